-- Những lần cập nhật còn hiệu lực, tức là chưa bị thu hồi.
--
-- internal: defines the derived table live_upload
-- from: upload, upload_undo
-- column: upload_id   | bigint    | upload that counts
-- column: uploaded_at | timestamp | UTC
-- column: territories | text      | codes of the units that its uploader was in charge of, a comma before and behind each; null = everything
-- unique: upload_id

create view live_upload_by_ledger as
select u.upload_id, u.uploaded_at, case when u.territories <> '*' then concat(',', u.territories, ',') end as territories
from upload as u
where not exists (select 1 from upload_undo as x where x.upload_id = u.upload_id)
