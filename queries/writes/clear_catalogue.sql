-- Bỏ các dòng của một danh mục dẫn xuất, để dẫn xuất lại.
--
-- ``any_table`` stands for the table's name: a table cannot be a parameter.
--
-- writes: any_table

delete from any_table
