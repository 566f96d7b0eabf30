-- Dòng giao hay sửa mục tiêu mà mang theo kết quả đang có của một văn bản khác.
--
-- A template comes with the results of today: writing a target's document beside them would name it as their source.
--
-- stage: after
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | document that the row names
-- column: before     | text   | document whose result it is

select r.row_number, 'nguon' as header, r.document as found, b.actual_document as before
from difference as r
join difference as t on t.row_number = r.row_number and t.kind = 'target' and t.change <> 'unchanged'
join figure_before as b
    on b.indicator_id = r.indicator_id and b.unit_id = r.unit_id and b.level = r.level and b.year = r.year and b.period = r.period
where r.kind = 'result' and r.change in ('restated', 'beside') and b.actual_document <> r.document
order by r.row_number
