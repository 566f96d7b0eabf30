-- Mã truy cập mang tên gọi này.
--
-- param:  name          | text      | token_id
-- column: change_number | bigint    | the row that counts
-- column: token_id      | text      | by which people speak of it
-- column: label         | text      | what it is for
-- column: scope         | text      | 'read' or 'upload'
-- column: owner         | text      | account whose rights an upload has; empty = reading only
-- column: territories   | text      | unit codes joined by commas; '*' = all of the owner's; empty = reading only
-- column: token_hash    | text      | SHA-256, hexadecimal
-- column: expires_on    | date      | last day on which it is valid
-- column: revoked       | boolean   | true = worth nothing any more
-- column: changed_at    | timestamp | UTC
-- column: changed_by    | text      | who wrote the row
-- unique: token_id

select change_number, token_id, label, scope, owner, territories, token_hash, expires_on, revoked, changed_at, changed_by
from access_token_now
where token_id = $name
order by token_id
