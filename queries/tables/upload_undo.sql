-- Lần cập nhật đã được thu hồi; các dòng của nó vẫn còn nguyên trong kho.
--
-- column: upload_id | bigint    | lan_cap_nhat | the upload that no longer counts
-- column: undone_at | timestamp | luc          | UTC
-- column: undone_by | text      | nguoi        | account name
-- column: reason    | text      | ly_do        | in the user's words
-- known: undone_at
-- key: upload_id

create table upload_undo (
    upload_id bigint not null,
    undone_at timestamp not null,
    undone_by varchar not null,
    reason varchar not null
)
