-- Bỏ mọi dòng của một bảng, để chép lại.
--
-- ``any_table`` stands for the table's name.
-- writes: any_table

delete from any_table
