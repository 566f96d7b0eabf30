-- Những bảng mà các lần cập nhật này có dòng trong đó, trừ sổ mục tiêu và kết quả.
--
-- param:  since_upload | bigint  | first upload looked at
-- param:  undone       | list    | uploads that were taken back
-- column: table_name   | text    | a table with rows of theirs
-- unique: table_name

select distinct table_name
from (
    select 'indicator' as table_name, upload_id from indicator
    union all select 'document', upload_id from document
    union all select 'pillar', upload_id from pillar
    union all select 'unit_state', upload_id from unit_state
    union all select 'unit_change', upload_id from unit_change
    union all select 'deadline', upload_id from deadline
    union all select 'weight', upload_id from weight
    union all select 'planned_task', upload_id from planned_task
    union all select 'task_state', upload_id from task_state
    union all select 'task_link', upload_id from task_link
    union all select 'budget_line', upload_id from budget_line
    union all select 'unit_remark', upload_id from unit_remark
) as rows_of
where upload_id >= $since_upload or list_contains($undone, upload_id)
order by table_name
