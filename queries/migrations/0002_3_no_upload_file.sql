-- Bỏ bảng giữ tệp gốc nguyên khối: mọi tệp đã nằm ở bảng mới.
--
-- writes: upload_file

drop table upload_file
