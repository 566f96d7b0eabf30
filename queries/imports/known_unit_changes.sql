-- Đơn vị nào thành đơn vị nào, để nói với người dùng tên cũ của một xã.
--
-- column: from_code    | text | code before
-- column: from_name    | text | name before, with prefix
-- column: to_code      | text | code after
-- column: to_name      | text | name after, with prefix
-- column: kind         | text | same, rename, retype, move, merge, split
-- column: effective_on | date | first day of the new state
-- unique: from_code, to_code, effective_on

select from_code, from_name, to_code, to_name, kind, effective_on
from unit_lineage
order by effective_on, from_code, to_code
