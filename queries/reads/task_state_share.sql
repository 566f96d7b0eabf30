-- Trong từng báo cáo của một địa bàn, bao nhiêu nhiệm vụ ở tình trạng nào.
--
-- param:  unit_id  | text   | territory whose lists hold the tasks
-- column: document | text   | document that tells the states
-- column: as_of    | date   | day of the states
-- column: status   | text   | 'not_started', 'preparing', 'tendering', 'running', 'finished', 'unclear'
-- column: tasks    | bigint | tasks in that state
-- unique: document, as_of, status

with state as (
    select s.* from task_state as s join live_upload as u using (upload_id)
    qualify row_number() over (partition by s.task_id, s.as_of, s.document order by s.upload_id desc) = 1
)
select s.document, s.as_of, s.status, count(*) as tasks
from state as s join current_task as t on t.task_id = s.task_id
where t.unit_code = string_split($unit_id, '-')[1]
group by s.document, s.as_of, s.status
order by s.as_of, s.document, list_position(['not_started', 'preparing', 'tendering', 'running', 'unclear', 'finished'], s.status)
