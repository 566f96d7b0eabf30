-- Rút một số liệu mà kho không có.
--
-- stage: before
-- only:  withdrawals
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: document | text | number

select row_number, 'rut_lai' as header, any_value(document) as document
from incoming_claim
where withdrawn
group by row_number
having max(places) = 0
order by row_number
