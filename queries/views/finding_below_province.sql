-- Mục tiêu của địa bàn thấp hơn mức tỉnh đặt cho cấp ấy.
--
-- A unit's own plan against the target of its province for its level, the same indicator and year. Counts are the units' together and are left out.
--
-- internal: one kind of what finding gathers
-- from: stated_bound
-- column: check_name     | text    | which check found it
-- column: severity       | text    | 'severe', 'warning' or 'note'
-- column: province_code  | text    | province of the unit
-- column: unit_id        | text    | territory it is about
-- column: indicator_id   | text    | catalogue id; null = about no single indicator
-- column: level          | text    | whose figure; null = about no single figure
-- column: year           | int     | null = about no single year
-- column: period         | text    | null = about no single period
-- column: subject        | text    | what it is about, in words
-- column: said           | text    | one side, as written or counted
-- column: document       | text    | where it stands; null = in no document
-- column: locator        | text    | place in it; null = not given
-- column: other          | text    | the other side
-- column: other_document | text    | where that stands; null = counted from the data
-- column: other_locator  | text    | place in it; null = not given
-- column: off            | decimal | how far the sides are apart, in unit_of_measure; null = not in numbers
-- column: unit_of_measure | text    | of off; null = not in numbers
-- example: stated_bound(kind=target, indicator_kind=ratio, chosen=true, self_stated=false, unit_level=province, op=>=, bound=70, as_written=70%) stated_bound(kind=target, indicator_kind=ratio, chosen=true, self_stated=false, unit_level=district, unit_id=436, op=>=, bound=60, as_written=60%, document=KH huyện) => unit_id=436, said=60%, other=70%, off=10
-- example: stated_bound(kind=target, indicator_kind=ratio, chosen=true, self_stated=false, unit_level=province, op=>=, bound=70) stated_bound(kind=target, indicator_kind=ratio, chosen=true, self_stated=false, unit_level=district, unit_id=436, op=>=, bound=80) => no row
-- example: stated_bound(kind=target, indicator_kind=count, chosen=true, self_stated=false, unit_level=province, op=>=, bound=70) stated_bound(kind=target, indicator_kind=count, chosen=true, self_stated=false, unit_level=district, unit_id=436, op=>=, bound=60) => no row

create view finding_below_province as
select 'below_province' as check_name, 'warning' as severity, o.province_code, o.unit_id, o.indicator_id, o.level, o.year::int as year, o.period,
    o.short_name as subject, o.as_written as said, o.document, o.locator,
    p.as_written as other, p.document as other_document, p.locator as other_locator, abs(o.bound - p.bound)::decimal(18, 4) as off, o.unit_of_measure
from stated_bound as o
join stated_bound as p
    on p.province_code = o.province_code and p.indicator_id = o.indicator_id and p.level = o.level and p.year = o.year and p.period = o.period
    and p.kind = 'target' and (p.chosen or p.standing = 'beside') and p.unit_level = 'province' and not p.self_stated
where o.kind = 'target' and (o.chosen or o.standing = 'beside') and o.indicator_kind <> 'count' and o.unit_level <> 'province'
    and o.level in ('district', 'commune') and o.unit_id <> p.unit_id
    and case when o.direction = 'lower' or o.op in ('<=', '<') then o.bound > p.bound else o.bound < p.bound end
