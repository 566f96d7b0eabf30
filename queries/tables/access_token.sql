-- Mã truy cập của chương trình: đọc số liệu, hoặc nạp số liệu thay cho một tài khoản; mỗi lần thay đổi là một dòng mới.
--
-- Never published, never exported, never a form that an upload may bring: hence no Vietnamese headers.
--
-- column: change_number | bigint    | - | 1, 2, 3 … in the order of writing; the greatest of a token is what counts
-- column: token_id      | text      | - | by which people speak of it; says nothing of the token itself
-- column: label         | text      | - | what it is for, as its maker wrote
-- column: scope         | text      | - | 'read' or 'upload'
-- column: owner         | text      | - | account whose rights an upload has; empty = reading only
-- column: territories   | text      | - | of the owner's: unit codes joined by commas; '*' = all of them; empty = reading only
-- column: token_hash    | text      | - | SHA-256 of the token, hexadecimal
-- column: expires_on    | date      | - | last day (Viet Nam) on which it is valid
-- column: revoked       | boolean   | - | true = worth nothing any more
-- column: changed_at    | timestamp | - | UTC
-- column: changed_by    | text      | - | account name of the administrator
-- key: change_number

create table access_token (
    change_number bigint not null,
    token_id varchar not null,
    label varchar not null,
    scope varchar not null,
    owner varchar not null,
    territories varchar not null,
    token_hash varchar not null,
    expires_on date not null,
    revoked boolean not null,
    changed_at timestamp not null,
    changed_by varchar not null
)
