-- Những bảng có dòng.
--
-- An estimate of DuckDB's own: a table of which a row can be seen is never left out, one of which all rows are gone may be named.
--
-- column: table_name | text | a table of the store
-- unique: table_name

select table_name
from duckdb_tables()
where not internal and not temporary and database_name = current_database() and estimated_size > 0
order by table_name
