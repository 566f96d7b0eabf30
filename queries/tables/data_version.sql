-- Phiên bản của kho số liệu: một dòng, tăng một sau mỗi lần ghi.
--
-- The row serialises writers and tells a cache or a preview that it is stale.
--
-- column: version        | bigint    | phien_ban | increases by one with every committed write
-- column: schema_version | int       | luoc_do   | layout of the tables; the program refuses another one
-- column: changed_at     | timestamp | luc       | UTC time of the last committed write
-- key: version

create table data_version (
    version bigint not null,
    schema_version int not null,
    changed_at timestamp not null
)
