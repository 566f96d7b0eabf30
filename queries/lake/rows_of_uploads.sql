-- Các dòng của vài lần cập nhật.
--
-- ``any_table`` stands for the table's name.
-- param:  uploads | list | upload numbers

select * from any_table where upload_id in (select unnest($uploads::bigint[]))
