-- Ghi số dòng của lần cập nhật đang được ghi, khi đã biết.
--
-- In the transaction that makes the upload; nothing that was committed changes.
--
-- writes: upload
-- param:  upload_id | bigint | the upload
-- param:  rows      | bigint | ledger rows written

update upload
set row_count = $rows
where upload_id = $upload_id
