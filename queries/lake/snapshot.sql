-- Bản ghi mới nhất của kho chung.
--
-- column: snapshot_id | bigint | increases with every commit, whatever it changed

select id as snapshot_id from ducklake_current_snapshot('app')
