-- Các dòng của danh mục chỉ tiêu đang có hiệu lực, đủ mọi cột của mẫu.
--
-- like:   indicator
-- unique: indicator_id

select indicator.* exclude (upload_id)
from indicator join live_upload on live_upload.upload_id = indicator.upload_id
qualify row_number() over (partition by indicator.indicator_id order by indicator.upload_id desc) = 1
order by indicator.indicator_id
