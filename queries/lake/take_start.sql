-- Chờ tới lượt mở kho chung: nhiều nơi khởi động một lúc thì một nơi tạo, các nơi khác đợi.
--
-- The number of the lock is ours; PostgreSQL keeps it for each of its databases apart. Who waits longer than five minutes is told so.
-- column: granted | bigint | 1

select granted from postgres_query(
    'gate', 'select count(*) as granted from (select set_config(''lock_timeout'', ''300s'', true)) s, lateral (select pg_advisory_xact_lock(4712)) t'
)
