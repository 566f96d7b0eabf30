-- Các dòng thêm vào một bảng sau một dòng.
--
-- ``any_table`` stands for the table's name.
-- param:  after | bigint | place of the last row that was there

select * from any_table where rowid > $after
