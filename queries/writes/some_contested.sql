-- Phần đang dẫn xuất có số liệu nào phải xét kỹ không.
--
-- column: contested | boolean | at least one

select count(*) > 0 as contested from contested_mark
