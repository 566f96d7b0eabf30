-- Tình trạng của các nhiệm vụ đang có hiệu lực, đủ mọi cột của mẫu.
--
-- like:   task_state
-- unique: task_id, as_of, document

select task_state.* exclude (upload_id)
from task_state join live_upload on live_upload.upload_id = task_state.upload_id
qualify row_number() over (partition by task_state.task_id, task_state.as_of, task_state.document order by task_state.upload_id desc) = 1
order by task_state.task_id, task_state.as_of, task_state.document
