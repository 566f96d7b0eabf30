-- Ghi số của lần chuyển đổi lược đồ mới nhất đã áp dụng cho kho.
--
-- writes: data_version
-- param:  schema | int | number of the migration

update data_version
set schema_version = $schema
