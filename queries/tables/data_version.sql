-- Phiên bản của kho số liệu: một dòng, tăng một sau mỗi lần ghi.
--
-- The row serialises writers and tells a cache or a preview that it is stale.
--
-- column: version        | bigint    | phien_ban | increases by one with every committed write
-- column: schema_version | int       | luoc_do   | number of the newest migration that was applied (``queries/migrations``); 1 = the tables as they were first given out
-- column: changed_at     | timestamp | luc       | UTC time of the last committed write
-- key: version

create table data_version (
    version bigint not null,
    schema_version int not null,
    changed_at timestamp not null
)
