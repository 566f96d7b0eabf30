-- Mọi chỉ tiêu của danh mục theo nhóm, để chọn khi lấy dữ liệu mở.
--
-- column: indicator_id | text | catalogue id
-- column: name         | text | full name
-- column: pillar       | text | code of the pillar
-- column: pillar_name  | text | as on the screen
-- unique: indicator_id

select indicator_id, name, pillar, pillar_name
from indicator_catalogue
order by pillar_order, indicator_id
