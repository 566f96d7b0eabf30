-- Dấu vết của định nghĩa mà mỗi bảng dẫn xuất đã được tính theo.
--
-- column: table_name | text | a table
-- column: mark       | text | hash of the statements that its rows follow from; null = none was kept
-- unique: table_name

select table_name, comment as mark from duckdb_tables() where database_name = current_database() and not temporary order by table_name
