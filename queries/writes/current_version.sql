-- Phiên bản của kho số liệu và của lược đồ các bảng.
--
-- column: version        | bigint | increases by one with every committed write
-- column: schema_version | int    | layout of the tables

select version, schema_version from data_version order by version
