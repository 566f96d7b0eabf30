-- Kho đã có số liệu nào trong các tỉnh và năm của tệp, hay năm liền trước, chưa.
--
-- column: before | boolean | at least one

select count(*) > 0 as before from figure_before
