-- Các bảng và cột đang có trong tệp của kho.
--
-- column: table_name  | text | table or view
-- column: column_name | text | column
-- unique: table_name, column_name

select table_name, column_name from duckdb_columns() where not internal order by table_name, column_index
