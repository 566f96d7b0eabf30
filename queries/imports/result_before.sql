-- Kết quả gần nhất mà kho đã có trước mỗi kết quả của tệp: của chính kỳ ấy, nếu không thì của kỳ liền trước.
--
-- From the year of the file and the year before it. A result without a number has none.
--
-- makes: result_before
-- column: row_number | bigint  | row of the file, as Excel counts
-- column: before     | decimal | in the indicator's unit
-- column: year       | int     | of the earlier result
-- column: period     | text    | of the earlier result

create temp table result_before as
select i.row_number, b.actual as before, b.year, b.period
from incoming_claim as i
join figure_before as b
    on b.province_code = i.province_code and b.indicator_id = i.indicator_id and b.unit_id = i.unit_id and b.level = i.level
where i.kind = 'result' and not i.withdrawn and i.actual is not null and b.actual is not null and b.period_end <= i.period_end
qualify row_number() over (
    partition by i.row_number order by (b.year = i.year and b.period = i.period) desc, b.period_end desc, b.period = i.period desc
) = 1
