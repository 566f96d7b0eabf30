-- Chờ tới lượt ghi vào kho chung: mỗi lúc một nơi; lượt ai giữ hết khi giao dịch kết thúc hoặc kết nối đứt.
--
-- The number of the lock is ours; PostgreSQL keeps it for each of its databases apart. Who waits longer than five minutes is told so.
-- column: granted | bigint | 1

select granted from postgres_query(
    'gate', 'select count(*) as granted from (select set_config(''lock_timeout'', ''300s'', true)) s, lateral (select pg_advisory_xact_lock(4711)) t'
)
