-- Những chỉ tiêu mà danh mục nối với một chỉ tiêu khác.
--
-- column: indicator_id | text | one of them
-- column: other_id     | text | the other one
-- unique: indicator_id, other_id

select indicator_id, other_id
from linked_indicator
order by indicator_id, other_id
