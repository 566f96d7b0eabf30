-- Mỗi trạng thái của một đơn vị thành những đơn vị nào của hôm nay: trọn vẹn, hay bị chia trên đường đi.
--
-- Follows the lineage from day to day within one level. A unit that is still there is its own successor. The district level ended on
-- 2025-07-01: its units have no successor, and a figure of theirs belongs to no unit of today.
--
-- internal: defines the derived table unit_today
-- from: unit, unit_lineage
-- column: unit_id        | text    | one state of a unit
-- column: today_id       | text    | a unit of today that it became, wholly or in part
-- column: today_province | text    | province of that unit
-- column: split          | boolean | somewhere on the way it was divided: nobody knows which part of its figures came here
-- column: alone          | boolean | no other state of any unit became that unit of today: its figures are its own
-- unique: unit_id, today_id

create view unit_today_by_ledger as
with recursive hop as (
    select a.unit_id as from_id, b.unit_id as to_id, l.kind = 'split' as split
    from unit_lineage as l
    join unit as a on a.code = l.from_code and a.valid_to = l.effective_on
    join unit as b on b.code = l.to_code and b.valid_from = l.effective_on and b.level = a.level
),
way as (
    select unit_id, unit_id as at_id, false as split from unit
    union
    select w.unit_id, h.to_id, w.split or h.split
    from way as w
    join hop as h on h.from_id = w.at_id
)
select w.unit_id, t.unit_id as today_id, t.province_code as today_province, bool_or(w.split) as split, count(*) over (partition by t.unit_id) = 1 as alone
from way as w
join unit as t on t.unit_id = w.at_id and t.valid_to is null
group by w.unit_id, t.unit_id, t.province_code
