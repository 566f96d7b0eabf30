-- Xóa các tệp không bản ghi nào còn dùng.
--
-- param:  before | timestamp | UTC; those that were set aside earlier go
-- column: files | bigint | how many went

select count(*) as files from ducklake_cleanup_old_files('app', older_than => $before::timestamp at time zone 'UTC')
