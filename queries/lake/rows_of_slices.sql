-- Các dòng của vài tỉnh và năm.
--
-- ``any_table`` stands for the table's name.
-- param:  slices | list | structs of province_code and year

select * from any_table
where (province_code, year) in (select s.province_code, s.year::smallint from (select unnest($slices::struct(province_code varchar, year int)[]) as s))
