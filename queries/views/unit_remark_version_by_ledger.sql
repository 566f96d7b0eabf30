-- Mọi phiên bản nhận xét mà cán bộ các đơn vị tự nêu, kể từ phiên bản đầu: ai nêu, lúc nào.
--
-- A row that says the version before it again is no version of its own.
--
-- from: unit_remark, live_upload, upload
-- internal: defines the derived table unit_remark_version
-- column: upload_id    | bigint    | upload that brought it
-- column: unit_code    | text      | unit whose staff say so
-- column: indicator_id | text      | indicator that it speaks of
-- column: year         | int       | year that it speaks of
-- column: kind         | text      | 'result', 'shortcoming', 'cause', 'remedy', 'proposal', 'outlook'
-- column: outlook      | text      | 'certain', 'possible', 'needs_help', 'hard'; null = no outlook
-- column: text         | text      | null = an outlook without words
-- column: author       | text      | account that brought it
-- column: uploaded_at  | timestamp | UTC
-- column: newest       | boolean   | nothing newer of the same unit, indicator, year and kind is there
-- unique: unit_code, indicator_id, year, kind, upload_id
-- example: live_upload(upload_id=2) upload(upload_id=2, uploaded_by=an) unit_remark(upload_id=2, unit_code=42, text=A) => newest=true, author=an, text=A
-- example: live_upload(upload_id=2) upload(upload_id=2) unit_remark(upload_id=1, text=A) => no row

create view unit_remark_version_by_ledger as
with said as (
    select r.upload_id, r.unit_code, r.indicator_id, r.year, r.kind, r.outlook, r.text, u.uploaded_by as author, l.uploaded_at,
        lag(struct_pack(o := r.outlook, t := r.text)) over (partition by r.unit_code, r.indicator_id, r.year, r.kind order by r.upload_id) as before
    from unit_remark as r join live_upload as l using (upload_id) join upload as u using (upload_id)
)
select upload_id, unit_code, indicator_id, year, kind, outlook, text, author, uploaded_at,
    row_number() over (partition by unit_code, indicator_id, year, kind order by upload_id desc) = 1 as newest
from said
where before is distinct from struct_pack(o := outlook, t := text)
