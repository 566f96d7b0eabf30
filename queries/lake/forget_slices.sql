-- Bỏ các dòng của vài tỉnh và năm trong bản sao tại chỗ, để chép lại từ kho chung.
--
-- ``any_table`` stands for the table's name.
-- writes: any_table
-- param:  slices | list | structs of province_code and year

delete from any_table
where (province_code, year) in (select s.province_code, s.year::smallint from (select unnest($slices::struct(province_code varchar, year int)[]) as s))
