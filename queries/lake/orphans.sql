-- Xóa các tệp mà lần ghi bị ngắt để lại.
--
-- param:  before | timestamp | UTC; those that were written earlier go
-- column: files | bigint | how many went

select count(*) as files from ducklake_delete_orphaned_files('app', older_than => $before::timestamp at time zone 'UTC')
