-- Đơn vị trước và sau mỗi lần sắp xếp.
--
-- published
-- from: current_lineage
-- column: from_code    | text | code before
-- column: from_name    | text | name before, with prefix
-- column: to_code      | text | code after
-- column: to_name      | text | name after, with prefix
-- column: kind         | text | same, rename, retype, move, merge, split
-- column: effective_on | date | first day of the new state
-- unique: from_code, to_code, effective_on

create view unit_lineage as
select from_code, from_name, to_code, to_name, kind, effective_on
from current_lineage
