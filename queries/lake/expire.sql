-- Bỏ các bản ghi cũ của kho chung; dòng còn đếm vẫn nguyên.
--
-- param:  before | timestamp | UTC; older ones go
-- column: snapshots | bigint | how many went

select count(*) as snapshots from ducklake_expire_snapshots('app', older_than => $before::timestamp at time zone 'UTC')
