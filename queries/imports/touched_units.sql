-- Các đơn vị mà một lần cập nhật chạm tới, để xét ai được quản nó: của số liệu, của văn bản, của nhiệm vụ, kinh phí và nhận xét.
--
-- param:  upload_id     | bigint | the upload
-- column: code          | text   | code of the unit; null = a document of the central government
-- column: parent_code   | text   | code of the unit above; null = a province
-- column: province_code | text   | province of the unit
-- unique: code, parent_code, province_code

select u.code, u.parent_code, u.province_code
from upload_scope as s join unit as u on u.unit_id = s.unit_id
where s.upload_id = $upload_id
union
select u.code, u.parent_code, u.province_code
from (
    select unit_code from document where upload_id = $upload_id
    union all select unit_code from planned_task where upload_id = $upload_id
    union all select unit_code from budget_line where upload_id = $upload_id
    union all select unit_code from document_remark where upload_id = $upload_id
    union all select unit_code from unit_remark where upload_id = $upload_id
    union all
    select r.unit_code
    from document_file as f join document_register as r on r.number = f.document
    where f.upload_id = $upload_id
    union all
    select r.unit_code
    from weight as w left join document_register as r on r.number = w.document
    where w.upload_id = $upload_id
    union all select unit_code from finding_decision where upload_id = $upload_id
    union all select unit_code from contact where upload_id = $upload_id
    union all
    select t.unit_code
    from planned_task as t
    where t.task_id in (
        select task_id from task_state where upload_id = $upload_id union all select task_id from task_link where upload_id = $upload_id)
) as d
left join (select * from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as u on u.code = d.unit_code
order by 1, 2, 3
