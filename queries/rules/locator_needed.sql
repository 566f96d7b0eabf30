-- Văn bản nêu con số này ở nhiều chỗ mà dòng không nói sửa chỗ nào.
--
-- stage: before
-- only:  several_places
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: document | text | number
-- column: count | bigint | places
-- column: places | text | the places

select i.row_number, 'vi_tri' as header, i.document, k.places as count, k.place_names as places
from incoming_claim as i
join existing_claim as k on k.row_number = i.row_number and k.kind = i.kind
where k.places > 1 and i.locator is null and not i.unchanged
order by i.row_number
