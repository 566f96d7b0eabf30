-- Những lần cập nhật có dòng thêm hoặc bớt trong một bảng sau một bản ghi.
--
-- ``any_table`` stands for the table's name.
-- param:  after | bigint | snapshot that is known
-- param:  upto  | bigint | newest snapshot
-- column: upload_id | bigint | an upload

select distinct upload_id from ducklake_table_changes('app', 'main', 'any_table', $after + 1, $upto)
