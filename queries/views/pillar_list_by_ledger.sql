-- Các nhóm chỉ tiêu theo thứ tự của kế hoạch.
--
-- internal: defines the derived table pillar_list
-- from: live_upload, pillar
-- column: pillar     | text | code
-- column: name       | text | as on the screen
-- column: sort_order | int  | order of the plans' headings
-- unique: pillar

create view pillar_list_by_ledger as
select p.pillar, p.name, p.sort_order
from pillar as p join live_upload as u using (upload_id)
qualify row_number() over (partition by p.pillar order by p.upload_id desc) = 1
