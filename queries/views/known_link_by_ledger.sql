-- Nhiệm vụ nào phục vụ chỉ tiêu nào, kèm lý do.
--
-- internal: defines the derived table known_link
-- from: task_link, live_upload
-- column: task_id      | text | task
-- column: indicator_id | text | indicator
-- column: reason       | text | why, in our own words
-- unique: task_id, indicator_id

create view known_link_by_ledger as
select k.task_id, k.indicator_id, k.reason
from task_link as k join live_upload as u using (upload_id)
qualify row_number() over (partition by k.task_id, k.indicator_id order by k.upload_id desc) = 1
