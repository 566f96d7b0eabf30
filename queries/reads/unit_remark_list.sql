-- Nhận xét mà cán bộ của một địa bàn tự nêu, mọi phiên bản, mới nhất đứng trước.
--
-- param:  unit_id      | text      | territory
-- column: indicator_id | text      | indicator that it speaks of
-- column: year         | int       | year that it speaks of
-- column: kind         | text      | 'result', 'shortcoming', 'cause', 'remedy', 'proposal', 'outlook'
-- column: outlook      | text      | 'certain', 'possible', 'needs_help', 'hard'; null = no outlook
-- column: text         | text      | null = an outlook without words
-- column: author       | text      | account that brought it
-- column: uploaded_at  | timestamp | UTC
-- column: upload_id    | bigint    | upload that brought it
-- column: newest       | boolean   | nothing newer of the same indicator, year and kind is there
-- unique: indicator_id, year, kind, upload_id

select indicator_id, year, kind, outlook, text, author, uploaded_at, upload_id, newest
from unit_remark_version
where unit_code = string_split($unit_id, '-')[1]
order by uploaded_at desc, upload_id desc, indicator_id, year, kind
