-- Số của lần báo số sai sắp ghi.
--
-- column: doubt_id | bigint | one more than the greatest there is

select coalesce(max(doubt_id), 0) + 1 as doubt_id from doubt order by 1
