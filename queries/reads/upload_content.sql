-- Tệp gốc của một lần cập nhật, nguyên từng byte.
--
-- param:  upload_id | bigint | the upload
-- column: file_name | text   | as the user named it
-- column: content   | blob   | the bytes

select u.file_name, f.content
from upload as u join upload_file as f on f.file_sha256 = u.file_sha256
where u.upload_id = $upload_id
order by u.upload_id
