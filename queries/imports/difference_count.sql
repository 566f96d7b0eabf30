-- Số dòng của phần so sánh theo loại thay đổi.
--
-- column: change     | text   | new, changed, restated, beside, withdrawn, unchanged
-- column: rows       | bigint | how many
-- column: against    | bigint | how many of them another document contradicts

select change, count(*) as rows, count(others) as against
from difference
group by change
order by change
