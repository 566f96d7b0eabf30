-- Nhiệm vụ nào phục vụ chỉ tiêu nào, các dòng đang có hiệu lực, đủ mọi cột của mẫu.
--
-- like:   task_link
-- unique: task_id, indicator_id

select task_link.* exclude (upload_id)
from task_link join live_upload on live_upload.upload_id = task_link.upload_id
qualify row_number() over (partition by task_link.task_id, task_link.indicator_id order by task_link.upload_id desc) = 1
order by task_link.task_id, task_link.indicator_id
