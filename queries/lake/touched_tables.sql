-- Những bảng của kho chung có dòng thêm hoặc bớt sau một bản ghi.
--
-- Snapshots that were tidied away are no longer there: whoever is behind them copies the whole store.
-- param:  after | bigint | snapshot that is known
-- column: table_name | text | a table

with touched as (
    select unnest(flatten(map_values(changes))) as table_id from ducklake_snapshots('app') where snapshot_id > $after
)
select distinct lake_table.table_name
from touched
join __ducklake_metadata_app.ducklake_table as lake_table on lake_table.table_id::varchar = touched.table_id
where lake_table.end_snapshot is null
order by all
