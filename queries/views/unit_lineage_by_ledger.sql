-- Đơn vị trước và sau mỗi lần sắp xếp.
--
-- internal: defines the derived table current_lineage
-- from: live_upload, unit_change
-- column: from_code    | text | code before
-- column: from_name    | text | name before, with prefix
-- column: to_code      | text | code after
-- column: to_name      | text | name after, with prefix
-- column: kind         | text | same, rename, retype, move, merge, split
-- column: effective_on | date | first day of the new state
-- unique: from_code, to_code, effective_on

create view unit_lineage_by_ledger as
select c.from_code, c.from_name, c.to_code, c.to_name, c.kind, c.effective_on
from unit_change as c join live_upload as u using (upload_id)
qualify row_number() over (partition by c.from_code, c.to_code, c.effective_on order by c.upload_id desc) = 1
