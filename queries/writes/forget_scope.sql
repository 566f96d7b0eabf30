-- Bỏ phần ghi nhớ địa bàn và năm của một lần cập nhật, để ghi nhớ lại.
--
-- writes: upload_scope
-- param:  upload_id | bigint | the upload

delete from upload_scope where upload_id = $upload_id
