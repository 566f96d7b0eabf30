-- Kết quả của một kỳ chưa bắt đầu.
--
-- stage: before
-- only:  unfinished
-- param:  today | date | the day in Viet Nam
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | text | the period: year and code

select row_number, 'ky' as header, period || '/' || year as found
from sheet where has_result and not withdrawn and period_begin > $today
order by row_number
