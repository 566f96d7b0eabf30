-- Ghi phiên bản đầu tiên của một kho mới.
--
-- writes: data_version
-- param:  schema | int       | layout of the tables
-- param:  now    | timestamp | UTC

insert into data_version by name
select 0 as version, $schema as schema_version, $now as changed_at
