-- Kết quả của một kỳ chưa kết thúc mà không nói tính đến ngày nào.
--
-- stage: before
-- only:  unfinished
-- param:  today | date | the day in Viet Nam
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | text | the period: year and code
-- column: example | date | a day that would do: today

select row_number, 'so_lieu_den_ngay' as header, period || '/' || year as found, $today as example
from sheet where has_result and not withdrawn and period_begin <= $today and period_end >= $today and as_of is null
order by row_number
