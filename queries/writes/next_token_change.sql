-- Số thứ tự của lần thay đổi mã truy cập sắp ghi.
--
-- column: change_number | bigint | one more than the greatest there is

select coalesce(max(change_number), 0) + 1 as change_number from access_token order by 1
