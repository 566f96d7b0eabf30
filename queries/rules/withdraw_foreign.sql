-- Rút số liệu mà người có địa bàn rộng hơn đã đưa vào.
--
-- stage: before
-- only:  withdrawals and foreign_uploads > 0
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: before     | text   | what would be withdrawn
-- column: document   | text   | number
-- column: by         | text   | account that brought it

select i.row_number, 'rut_lai' as header, any_value(k.existing.as_written) as before, any_value(i.document) as document, any_value(f.uploaded_by) as "by"
from incoming_claim as i
join existing_claim as k on k.row_number = i.row_number and k.kind = i.kind
join foreign_upload as f on f.upload_id = k.existing.upload_id
where i.withdrawn and i.row_number not in (select row_number from foreign_claim)
group by i.row_number
order by i.row_number
