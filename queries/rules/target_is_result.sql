-- Mục tiêu của dòng đúng bằng kết quả mà kho đang có, còn kết quả của dòng là số khác: hai ô có lẽ đổi chỗ.
--
-- stage: before
-- only:  new_results and targets > 0 and results_before > 0
-- column: row_number      | bigint  | row of the file
-- column: header          | text    | column of the form
-- column: found           | decimal | result of the row
-- column: before          | decimal | result of the store, and target of the row
-- column: unit_of_measure | text    | of the indicator

with reported as (
    select row_number, province_code, indicator_id, unit_id, level, year, period, actual, unit_of_measure
    from incoming_claim
    where kind = 'result' and not withdrawn and not unchanged
),
other_than_known as materialized (
    select r.row_number, r.actual, b.actual as before, r.unit_of_measure
    from reported as r
    join figure_before as b
        on b.province_code = r.province_code and b.indicator_id = r.indicator_id and b.unit_id = r.unit_id and b.level = r.level
        and b.year = r.year and b.period = r.period
    where r.actual <> b.actual
)
select r.row_number, 'ket_qua' as header, r.actual as found, r.before, r.unit_of_measure
from (
    select row_number, coalesce(low, high) as target from incoming_claim
    where kind = 'target' and not unchanged and row_number in (select row_number from other_than_known)
) as t
join other_than_known as r on r.row_number = t.row_number and r.before = t.target
order by r.row_number
