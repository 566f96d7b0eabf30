-- Mục tiêu mới cho một năm đã qua lâu.
--
-- stage: before
-- only:  old_targets
-- param:  today | date | the day in Viet Nam
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: year | int | of the target
-- column: ago | bigint | years

select row_number, 'nam' as header, year, year($today) - year as ago
from incoming_claim
where kind = 'target' and not unchanged and not withdrawn and year < year($today) - 1
order by row_number
