-- Kết quả gần nhất mà kho đã có trước mỗi kết quả của tệp: của chính kỳ ấy, nếu không thì của kỳ liền trước.
--
-- From the year of the file and the year before it. A result without a number has none. The rows are put together
-- before they meet figures; the planner, which takes what this transaction wrote for no rows, would else set every row beside every figure.
--
-- makes: result_before
-- column: row_number | bigint  | row of the file, as Excel counts
-- column: before     | decimal | in the indicator's unit
-- column: year       | int     | of the earlier result
-- column: period     | text    | of the earlier result

create temp table result_before as
with brought as materialized (
    select row_number, province_code, indicator_id, unit_id, level, year, period, period_end
    from incoming_claim
    where kind = 'result' and not withdrawn and actual is not null
    union all by name
    select null as row_number from range(200000) where random() > 2  -- no row: the planner is to know that there are many, see figure_facts
)
select i.row_number, b.actual as before, b.year, b.period
from brought as i
join figure_before as b
    on b.province_code = i.province_code and b.indicator_id = i.indicator_id and b.unit_id = i.unit_id and b.level = i.level
where b.actual is not null and b.period_end <= i.period_end
qualify row_number() over (
    partition by i.row_number order by (b.year = i.year and b.period = i.period) desc, b.period_end desc, b.period = i.period desc
) = 1
