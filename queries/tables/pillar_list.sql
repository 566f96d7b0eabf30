-- Bảng dẫn xuất giữ sẵn: các nhóm chỉ tiêu theo thứ tự của kế hoạch.
--
-- The view pillar_list_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (names of the pillars).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: pillar     | text | - | code
-- column: name       | text | - | as on the screen
-- column: sort_order | int  | - | order of the plans' headings
-- derived: pillar_list_by_ledger
-- key: pillar

create table pillar_list (
    pillar varchar not null,
    name varchar,
    sort_order smallint
)
