-- Một mã xuất hiện hai lần trong cùng một lần cập nhật danh mục.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: catalogue    | text   | table
-- column: upload_id    | bigint | upload
-- column: code         | text   | the key that stands twice

select catalogue, upload_id, code
from (
    select 'indicator' as catalogue, upload_id, indicator_id as code from indicator
    union all select 'document', upload_id, number from document
    union all select 'pillar', upload_id, pillar from pillar
    union all select 'unit_state', upload_id, concat_ws(' ', code, valid_from) from unit_state
    union all select 'unit_change', upload_id, concat_ws(' ', from_code, to_code, effective_on) from unit_change
    union all select 'planned_task', upload_id, task_id from planned_task
    union all select 'task_state', upload_id, concat_ws(' ', task_id, as_of, document) from task_state
    union all select 'task_link', upload_id, concat_ws(' ', task_id, indicator_id) from task_link
    union all select 'budget_line', upload_id, concat_ws(' ', document, line) from budget_line
    union all select 'document_remark', upload_id, remark_id from document_remark
) as keys
where upload_id >= $since_upload
group by catalogue, upload_id, code
having count(*) > 1
order by catalogue, upload_id, code
