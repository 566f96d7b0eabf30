-- Những tỉnh và năm có dòng thêm hoặc bớt trong một bảng dẫn xuất sau một bản ghi.
--
-- ``any_table`` stands for the table's name.
-- param:  after | bigint | snapshot that is known
-- param:  upto  | bigint | newest snapshot
-- column: province_code | text | a province
-- column: year          | int  | a year

select distinct province_code, year from ducklake_table_changes('app', 'main', 'any_table', $after + 1, $upto)
