-- Các cột của mọi bảng trong kho chung.
--
-- Asked of the catalogue itself: the engine's own list would plan every view to name its columns.
-- column: table_name  | text | a table
-- column: column_name | text | one of its columns

select lake_table.table_name, lake_column.column_name
from __ducklake_metadata_app.ducklake_table as lake_table
join __ducklake_metadata_app.ducklake_column as lake_column on lake_column.table_id = lake_table.table_id
where lake_table.end_snapshot is null and lake_column.end_snapshot is null
