-- Đời của kho chung: đổi mỗi khi toàn bộ nội dung được thay bằng một bản khác.
--
-- No row where the place holds no store yet.
-- column: life | text | as it was given when the store was published; null = by a program that gave none

select comment as life from duckdb_tables() where database_name = 'app' and schema_name = 'main' and table_name = 'data_version'
