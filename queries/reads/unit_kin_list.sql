-- Đơn vị này từ đâu ra và thành đơn vị nào: đơn vị liền trước, liền sau, và địa bàn ấy hôm nay thuộc những xã, phường nào.
--
-- 'before' and 'after' are the units of the step before and the step after, of the same level. 'now' are, of a unit that has ended, the units
-- of today that have its territory, of a former district those that its communes became. 'district' are the former districts of a commune of today.
--
-- param:  province_code | text | province
-- param:  unit_id       | text | one state of a unit, or 'any' for every district and commune of the province
-- column: of_unit       | text    | the unit itself
-- column: relation      | text    | 'before', 'after', 'now' or 'district'
-- column: unit_id       | text    | the other unit
-- column: unit_name     | text    | with prefix
-- column: kind          | text    | same, rename, retype, move, merge, split; null = not a step of the lineage
-- column: effective_on  | date    | first day of the later one; null = not a step of the lineage
-- column: split         | boolean | only a part of it came: it was divided
-- unique: of_unit, relation, unit_id

with own as (
    select * from unit where province_code = $province_code and (unit_id = $unit_id or $unit_id = 'any' and level <> 'province')
),
hop as (
    select l.kind, l.effective_on, a.unit_id as from_id, a.name as from_name, b.unit_id as to_id, b.name as to_name
    from unit_lineage as l
    join unit as a on a.code = l.from_code and a.valid_to = l.effective_on
    join unit as b on b.code = l.to_code and b.valid_from = l.effective_on and b.level = a.level
),
below as (  -- what became units of today: the communes of a district, and what has ended itself
    select o.unit_id as of_unit, c.unit_id from own as o
    join unit as c on c.parent_code = o.code and c.level = 'commune' and c.valid_from < coalesce(o.valid_to, c.valid_from + 1)
        and coalesce(c.valid_to, date '9999-01-01') > o.valid_from
    where o.level = 'district'
    union
    select unit_id, unit_id from own where valid_to is not null
),
found as (
    select o.unit_id as of_unit, 'before' as relation, h.from_id as unit_id, h.from_name as unit_name, h.kind, h.effective_on, h.kind = 'split' as split
    from hop as h join own as o on o.unit_id = h.to_id
    union all
    select o.unit_id, 'after', h.to_id, h.to_name, h.kind, h.effective_on, h.kind = 'split'
    from hop as h join own as o on o.unit_id = h.from_id
    union all
    select b.of_unit, 'now', t.today_id, n.name, null, null, bool_or(t.split)
    from below as b
    join unit_today as t on t.unit_id = b.unit_id and t.today_id <> b.of_unit
    join unit as n on n.unit_id = t.today_id
    group by b.of_unit, t.today_id, n.name
    union all
    select o.unit_id, 'district', d.unit_id, d.name, null, null, false
    from own as o
    join unit_today as t on t.today_id = o.unit_id
    join unit as c on c.unit_id = t.unit_id and c.level = 'commune'
    join unit as d on d.code = c.parent_code and d.level = 'district' and d.valid_to > c.valid_from and (c.valid_to is null or d.valid_from < c.valid_to)
    where o.valid_to is null and o.level = 'commune'
    group by o.unit_id, d.unit_id, d.name
)
select of_unit, relation, unit_id, unit_name, kind, effective_on, split
from found
order by list_position(['before', 'after', 'now', 'district'], relation), unit_name collate vi, unit_id, of_unit
