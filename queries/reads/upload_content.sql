-- Tệp gốc của một lần cập nhật: các mẩu đã nén, theo thứ tự.
--
-- param:  upload_id   | bigint | the upload
-- column: file_name   | text   | as the user named it
-- column: file_sha256 | text   | SHA-256 of the file's bytes
-- column: size        | bigint | bytes of the file
-- column: part        | int    | 1, 2, 3 …
-- column: content     | blob   | piece of the compressed bytes
-- unique: part

select u.file_name, f.file_sha256, f.size, f.part, f.content
from upload as u join file_piece as f on f.file_sha256 = u.file_sha256
where u.upload_id = $upload_id
order by f.part
