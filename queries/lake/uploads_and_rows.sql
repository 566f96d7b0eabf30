-- Mỗi lần cập nhật có bao nhiêu dòng trong một bảng, bao nhiêu thêm sau một dòng.
--
-- ``any_table`` stands for the table's name.
-- param:  after | bigint | place of the last row that was there
-- column: upload_id | bigint | an upload
-- column: rows      | bigint | its rows
-- column: added     | bigint | of them, added

select upload_id, count(*) as rows, count(*) filter (rowid > $after) as added from any_table group by upload_id
