-- Ngày của số liệu chưa tới.
--
-- stage: before
-- only:  late_days
-- param:  today | date | the day in Viet Nam
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | date | as in the row

select row_number, 'so_lieu_den_ngay' as header, as_of as found
from sheet where as_of > $today
order by row_number
