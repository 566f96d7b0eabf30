-- Những lần cập nhật đã được thu hồi.
--
-- column: upload_id | bigint | upload that no longer counts
-- unique: upload_id

select upload_id from upload_undo order by upload_id
