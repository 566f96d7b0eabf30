-- Số liệu dẫn văn bản của đơn vị khác, mà người nạp không được nêu thay.
--
-- stage: before
-- only:  foreign_claims > 0
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | the document
-- column: owner      | text   | whose document it is

select f.row_number, 'nguon' as header, any_value(f.document) as found, any_value(f.owner) as owner
from foreign_claim as f
join incoming_claim as i on i.row_number = f.row_number and i.kind = f.kind
where not i.unchanged and (not i.withdrawn or i.places > 0)
group by f.row_number
order by f.row_number
