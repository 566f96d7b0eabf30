-- Bỏ các dòng của vài lần cập nhật trong bản sao tại chỗ, để chép lại từ kho chung.
--
-- ``any_table`` stands for the table's name.
-- writes: any_table
-- param:  uploads | list | upload numbers

delete from any_table where upload_id in (select unnest($uploads::bigint[]))
