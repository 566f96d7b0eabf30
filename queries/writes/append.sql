-- Ghi thêm các dòng vào một bảng; cột nào không nêu thì để trống.
--
-- ``incoming`` holds the rows while the statement runs; ``any_table`` stands for the table's name.
--
-- writes: any_table

insert into any_table by name
select * from incoming
