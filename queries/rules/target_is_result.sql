-- Mục tiêu của dòng đúng bằng kết quả mà kho đang có, còn kết quả của dòng là số khác: hai ô có lẽ đổi chỗ.
--
-- stage: before
-- column: row_number      | bigint  | row of the file
-- column: header          | text    | column of the form
-- column: found           | decimal | result of the row
-- column: before          | decimal | result of the store, and target of the row
-- column: unit_of_measure | text    | of the indicator

select r.row_number, 'ket_qua' as header, r.actual as found, b.actual as before, r.unit_of_measure
from incoming_claim as r
join incoming_claim as t on t.row_number = r.row_number and t.kind = 'target'
join figure_before as b
    on b.province_code = r.province_code and b.indicator_id = r.indicator_id and b.unit_id = r.unit_id and b.level = r.level
    and b.year = r.year and b.period = r.period
where r.kind = 'result' and not r.withdrawn and not r.unchanged and not t.unchanged
    and coalesce(t.low, t.high) = b.actual and r.actual <> b.actual
order by r.row_number
