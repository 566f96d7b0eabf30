-- Bảng dẫn xuất giữ sẵn: mọi phiên bản nhận xét mà cán bộ các đơn vị tự nêu, kể từ phiên bản đầu: ai nêu, lúc nào.
--
-- The view unit_remark_version_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (what units remark themselves, as pages ask for it).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: upload_id    | bigint    | - | upload that brought it
-- column: unit_code    | text      | - | unit whose staff say so
-- column: indicator_id | text      | - | indicator that it speaks of
-- column: year         | int       | - | year that it speaks of
-- column: kind         | text      | - | 'result', 'shortcoming', 'cause', 'remedy', 'proposal', 'outlook'
-- column: outlook      | text      | - | 'certain', 'possible', 'needs_help', 'hard'; null = no outlook
-- column: text         | text      | - | null = an outlook without words
-- column: author       | text      | - | account that brought it
-- column: uploaded_at  | timestamp | - | UTC
-- column: newest       | boolean   | - | nothing newer of the same unit, indicator, year and kind is there
-- derived: unit_remark_version_by_ledger
-- key: unit_code, indicator_id, year, kind, upload_id

create table unit_remark_version (
    upload_id bigint not null,
    unit_code varchar not null,
    indicator_id varchar not null,
    year integer not null,
    kind varchar not null,
    outlook varchar,
    text varchar,
    author varchar,
    uploaded_at timestamp,
    newest boolean
)
