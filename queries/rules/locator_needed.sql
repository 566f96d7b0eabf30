-- Văn bản nêu con số này ở nhiều chỗ mà dòng không nói sửa chỗ nào.
--
-- stage: before
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: document | text | number
-- column: count | bigint | places
-- column: places | text | the places

select row_number, 'vi_tri' as header, document, places as count, place_names as places
from incoming_claim
where places > 1 and locator is null and not unchanged
order by row_number
