-- Các bảng và cột đang có trong tệp của kho.
--
-- column: table_name  | text | table or view
-- column: column_name | text | column
-- column: is_nullable | boolean | a row may be without a value there
-- unique: table_name, column_name

select table_name, column_name, is_nullable
from duckdb_columns()
where not internal
order by table_name, column_index
