-- Số thứ tự của lần cập nhật sắp ghi.
--
-- column: upload_id | bigint | one more than the greatest there is

select coalesce(max(upload_id), 0) + 1 as upload_id from upload order by 1
