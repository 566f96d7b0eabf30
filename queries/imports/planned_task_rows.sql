-- Các nhiệm vụ đang có hiệu lực, đủ mọi cột của mẫu.
--
-- like:   planned_task
-- unique: task_id

select planned_task.* exclude (upload_id)
from planned_task join live_upload on live_upload.upload_id = planned_task.upload_id
qualify row_number() over (partition by planned_task.task_id order by planned_task.upload_id desc) = 1
order by planned_task.task_id
