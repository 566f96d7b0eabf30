-- Mọi dòng của một bảng.
--
-- ``any_table`` stands for the table's name.

select * from any_table
