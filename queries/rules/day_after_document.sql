-- Ngày của số liệu đứng sau ngày của văn bản nêu nó.
--
-- stage: before
-- only:  new_days and registered
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | date   | as in the row
-- column: document   | text   | number
-- column: issued     | date   | day of the document

select i.row_number, 'so_lieu_den_ngay' as header, i.as_of as found, i.document, d.issued_on as issued
from incoming_claim as i
join document_register as d on d.number = i.document
where i.kind = 'result' and not i.unchanged and not i.withdrawn and i.as_of > d.issued_on
order by i.row_number
