-- Số dòng của phần so sánh theo loại thay đổi.
--
-- column: change     | text   | new, changed, restated, beside, withdrawn, unchanged
-- column: rows       | bigint | how many
-- column: against    | bigint | how many of them another document contradicts

select change, sum(rows)::bigint as rows, sum(against)::bigint as against
from (
    select change, count(*) as rows, count(others) as against from difference group by change
    union all
    select 'new', (select count(*) from incoming_claim) - (select count(*) from difference), 0
)
group by change
having sum(rows) > 0
order by change
