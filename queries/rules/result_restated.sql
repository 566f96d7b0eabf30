-- Dòng giao hay sửa mục tiêu mà mang theo kết quả đang có của một văn bản khác.
--
-- A template comes with the results of today: writing a target's document beside them would name it as their source.
--
-- stage: after
-- only:  restated or beside
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | document that the row names
-- column: before     | text   | document whose result it is

select r.row_number, 'nguon' as header, i.document as found, b.actual_document as before
from difference as r
join incoming_claim as t on t.row_number = r.row_number and t.kind = 'target' and not t.unchanged
join incoming_claim as i on i.row_number = r.row_number and i.kind = 'result'
join figure_before as b
    on b.indicator_id = i.indicator_id and b.unit_id = i.unit_id and b.level = i.level and b.year = i.year and b.period = i.period
where r.kind = 'result' and r.change in ('restated', 'beside') and b.actual_document <> i.document
order by r.row_number
