-- Đúng tệp này đã được đính kèm cho văn bản hay chưa.
--
-- param:  document  | text   | number of the document
-- param:  sha256    | text   | SHA-256 of the file's bytes
-- column: upload_id | bigint | upload that brought it
-- unique: upload_id

select f.upload_id
from document_file as f join upload as u on u.upload_id = f.upload_id
where f.document = $document and u.file_sha256 = $sha256 and f.upload_id in (select upload_id from live_upload)
order by f.upload_id
