-- Những gì kho chung đang có: bảng và khung nhìn.
--
-- column: kind | text | 'view' or 'table'
-- column: name | text | its name

select 'view' as kind, view_name as name from duckdb_views() where database_name = 'app' and schema_name = 'main'
union all
select 'table', table_name from duckdb_tables() where database_name = 'app' and schema_name = 'main'
order by kind desc, name
