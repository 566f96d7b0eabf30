-- Rút một số liệu đang có.
--
-- stage: before
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: before | text | what is withdrawn
-- column: document | text | number

select row_number, 'rut_lai' as header, known_text as before, document
from incoming_claim
where withdrawn and places > 0
order by row_number
