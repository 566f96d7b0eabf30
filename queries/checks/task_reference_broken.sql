-- Nhiệm vụ, tình trạng, kinh phí, liên kết hay nhận xét dẫn đến văn bản, nhiệm vụ, chỉ tiêu, nhóm hoặc đơn vị không có.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: kind         | text   | table of the row
-- column: row_key      | text   | its key
-- column: missing      | text   | what it names and nobody knows

with named as (
    select upload_id, 'planned_task' as kind, task_id as row_key, 'document' as what, document as missing from planned_task
    union all select upload_id, 'planned_task', task_id, 'task', same_as from planned_task where same_as is not null
    union all select upload_id, 'task_state', task_id, 'task', task_id from task_state
    union all select upload_id, 'task_state', task_id, 'document', document from task_state
    union all select upload_id, 'task_link', task_id, 'task', task_id from task_link
    union all select upload_id, 'task_link', task_id, 'indicator', indicator_id from task_link
    union all select upload_id, 'budget_line', concat_ws(' ', document, line), 'document', document from budget_line
    union all select upload_id, 'budget_line', concat_ws(' ', document, line), 'task', task_id from budget_line where task_id is not null
    union all select upload_id, 'document_remark', remark_id, 'document', document from document_remark
    union all select upload_id, 'document_remark', remark_id, 'pillar', pillar from document_remark
    union all select upload_id, 'document_remark', remark_id, 'indicator', indicator_id from document_remark where indicator_id is not null
    union all select upload_id, 'unit_remark', concat_ws(' ', unit_code, indicator_id, year, kind), 'indicator', indicator_id from unit_remark
    union all select upload_id, 'unit_remark', concat_ws(' ', unit_code, indicator_id, year, kind), 'unit', unit_code from unit_remark
    union all select upload_id, 'finding_decision', finding_id, 'unit', unit_code from finding_decision
    union all select upload_id, 'contact', concat_ws(' ', unit_code, office), 'unit', unit_code from contact
)
select n.kind, n.row_key, n.missing
from named as n join live_upload as u on u.upload_id = n.upload_id
where n.upload_id >= $since_upload and not exists (
    select 1 from (
        select 'document' as what, number as id from document_register
        union all select 'task', task_id from known_task
        union all select 'indicator', indicator_id from indicator_catalogue
        union all select 'pillar', pillar from pillar_list
        union all select 'unit', code from unit
    ) as k where k.what = n.what and k.id = n.missing)
order by n.kind, n.row_key, n.missing
