-- Mọi phiên bản quyết định về các chỗ mâu thuẫn, kể từ phiên bản đầu: ai quyết định, lúc nào.
--
-- A row that says the version before it again is no version of its own.
--
-- from: finding_decision, live_upload, upload
-- internal: what was decided, as pages and findings ask for it
-- column: upload_id   | bigint    | upload that brought it
-- column: finding_id  | text      | finding that it is about
-- column: unit_code   | text      | unit that the finding is about
-- column: clash       | text      | both sides as they stood then
-- column: decision    | text      | 'accept', 'choose', 'ask', 'reopen'
-- column: side        | text      | of a choice: 'said' or 'other'
-- column: reason      | text      | why
-- column: author      | text      | account that brought it
-- column: uploaded_at | timestamp | UTC
-- column: newest      | boolean   | nothing newer about the same finding is there
-- unique: finding_id, upload_id
-- example: live_upload(upload_id=2) upload(upload_id=2, uploaded_by=an) finding_decision(upload_id=2, finding_id=F, decision=accept, reason=A) => newest=true, author=an, decision=accept
-- example: live_upload(upload_id=2) live_upload(upload_id=3) upload(upload_id=2) upload(upload_id=3) finding_decision(upload_id=2, finding_id=F, decision=accept) finding_decision(upload_id=3, finding_id=F, decision=reopen) => decision=accept, newest=false
-- example: live_upload(upload_id=2) upload(upload_id=2) finding_decision(upload_id=1, finding_id=F, decision=accept) => no row

create view finding_decision_version as
with said as (
    select d.upload_id, d.finding_id, d.unit_code, d.clash, d.decision, d.side, d.reason, u.uploaded_by as author, l.uploaded_at,
        lag(struct_pack(c := d.clash, d := d.decision, s := d.side, r := d.reason)) over (partition by d.finding_id order by d.upload_id) as before
    from finding_decision as d join live_upload as l using (upload_id) join upload as u using (upload_id)
)
select upload_id, finding_id, unit_code, clash, decision, side, reason, author, uploaded_at,
    row_number() over (partition by finding_id order by upload_id desc) = 1 as newest
from said
where before is distinct from struct_pack(c := clash, d := decision, s := side, r := reason)
