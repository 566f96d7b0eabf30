-- Mỗi tỉnh và năm có bao nhiêu dòng trong một bảng dẫn xuất, bao nhiêu thêm sau một dòng.
--
-- ``any_table`` stands for the table's name.
-- param:  after | bigint | place of the last row that was there
-- column: province_code | text   | a province
-- column: year          | int    | a year
-- column: rows          | bigint | its rows
-- column: added         | bigint | of them, added

select province_code, year, count(*) as rows, count(*) filter (rowid > $after) as added from any_table group by province_code, year
