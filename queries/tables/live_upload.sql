-- Bảng dẫn xuất giữ sẵn: những lần cập nhật còn hiệu lực, tức là chưa bị thu hồi.
--
-- The view live_upload_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (every ledger is read through it).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: upload_id   | bigint    | - | upload that counts
-- column: uploaded_at | timestamp | - | UTC
-- column: territories | text      | - | codes of the units that its uploader was in charge of, a comma before and behind each; null = everything
-- derived: live_upload_by_ledger
-- key: upload_id

create table live_upload (
    upload_id bigint not null,
    uploaded_at timestamp,
    territories varchar
)
