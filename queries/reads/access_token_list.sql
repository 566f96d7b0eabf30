-- Các mã truy cập của chương trình: để làm gì, quyền gì, đến ngày nào, ai cấp.
--
-- column: token_id    | text      | by which people speak of it
-- column: label       | text      | what it is for
-- column: scope       | text      | 'read' or 'upload'
-- column: owner       | text      | account whose rights an upload has; empty = reading only
-- column: territories | text      | unit codes joined by commas; '*' = all of the owner's; empty = reading only
-- column: expires_on  | date      | last day on which it is valid
-- column: revoked     | boolean   | true = worth nothing any more
-- column: changed_at  | timestamp | UTC
-- column: changed_by  | text      | who made or revoked it
-- unique: token_id

select token_id, label, scope, owner, territories, expires_on, revoked, changed_at, changed_by
from access_token_now
order by revoked, expires_on desc, token_id
