-- Mọi quyết định về các chỗ mâu thuẫn của một địa bàn, mọi phiên bản, mới nhất đứng trước.
--
-- param:  unit_id     | text      | territory
-- column: finding_id  | text      | finding that it is about
-- column: clash       | text      | both sides as they stood then
-- column: decision    | text      | 'accept', 'choose', 'ask', 'reopen'
-- column: side        | text      | of a choice: 'said' or 'other'
-- column: reason      | text      | why
-- column: author      | text      | account that brought it
-- column: uploaded_at | timestamp | UTC
-- column: upload_id   | bigint    | upload that brought it
-- unique: finding_id, upload_id

select finding_id, clash, decision, side, reason, author, uploaded_at, upload_id
from finding_decision_version
where unit_code = string_split($unit_id, '-')[1]
order by uploaded_at desc, upload_id desc, finding_id
