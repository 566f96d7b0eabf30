-- Những lần cập nhật còn hiệu lực, tức là chưa bị thu hồi.
--
-- internal: every ledger is read through it
-- from: upload, upload_undo
-- column: upload_id   | bigint    | upload that counts
-- column: uploaded_at | timestamp | UTC
-- unique: upload_id

create view live_upload as
select u.upload_id, u.uploaded_at
from upload as u
where not exists (select 1 from upload_undo as x where x.upload_id = u.upload_id)
