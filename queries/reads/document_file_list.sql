-- Tệp gốc đính kèm của các văn bản, bản mới nhất của mỗi văn bản đứng trước; bản đã thu hồi thì không còn.
--
-- column: document    | text      | number of the document
-- column: upload_id   | bigint    | upload that brought the file
-- column: file_name   | text      | name under which it is handed out
-- column: file_sha256 | text      | SHA-256 of its bytes
-- column: media       | text      | 'pdf', 'docx', 'jpg' or 'png'
-- column: size        | bigint    | bytes
-- column: is_private  | boolean   | only for who is signed in
-- column: uploaded_by | text      | account name
-- column: uploaded_at | timestamp | UTC
-- unique: upload_id

select f.document, f.upload_id, u.file_name, u.file_sha256, f.media, f.size, f.is_private, u.uploaded_by, u.uploaded_at
from document_file as f
join upload as u on u.upload_id = f.upload_id
where f.upload_id in (select upload_id from live_upload)
order by f.document, f.upload_id desc
