-- Bản ghi cũ nhất còn được giữ trong kho chung.
--
-- column: snapshot_id | bigint | the oldest one

select min(snapshot_id) as snapshot_id from ducklake_snapshots('app')
