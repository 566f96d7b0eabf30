-- Rút một số liệu đang có.
--
-- stage: before
-- only:  withdrawals and known > 0
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: before | text | what is withdrawn
-- column: document | text | number

select i.row_number, 'rut_lai' as header, k.existing.as_written as before, i.document
from incoming_claim as i
join existing_claim as k on k.row_number = i.row_number and k.kind = i.kind
where i.withdrawn
order by i.row_number
