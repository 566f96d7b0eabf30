-- Ngày của số liệu đứng trước kỳ của nó.
--
-- A quarter of the government's reports begins two weeks before the calendar's: a month is allowed.
--
-- stage: before
-- only:  early_days
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | date | as in the row
-- column: period | text | the period: year and code

select row_number, 'so_lieu_den_ngay' as header, as_of as found, period || '/' || year as period
from sheet where has_result and as_of < period_begin - interval 31 day
order by row_number
