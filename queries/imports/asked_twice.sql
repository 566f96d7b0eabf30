-- Điều cho biết quy tắc nào của bước "twice" có thể thấy gì: xem ``only`` của quy tắc.
--
-- column: duplicates | bigint | figures that the file says in more than one row at one place

with told as (
    select (select count(*) from duplicate_claim) as duplicates
)
select told.* from told
