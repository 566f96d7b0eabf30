-- Ghi thêm vào một bảng các dòng của những lần cập nhật mà kho đã biết.
--
-- For a store as it was known on a day: its table ``upload`` holds those uploads already. ``incoming`` and ``any_table`` as in append.sql.
--
-- writes: any_table

insert into any_table by name
select * from incoming where upload_id in (select upload_id from upload)
