-- Bảng phiên bản không có đúng một dòng.
--
-- severity: stop
-- param:  since_upload | bigint | not used; every check takes it
-- column: rows_found   | bigint | should be 1

select count(*) as rows_found from data_version where $since_upload >= 0 having count(*) <> 1 order by 1
