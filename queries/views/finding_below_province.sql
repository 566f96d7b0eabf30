-- Mục tiêu của địa bàn thấp hơn mức tỉnh đặt cho cấp ấy.
--
-- A unit's own plan against the target of its province for its level, the same indicator and year. Counts are the units' together and are left out.
--
-- internal: one kind of what finding gathers
-- from: current_claim, indicator_catalogue, unit
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
-- example: current_claim(kind=target, inherited=false, self_stated=false, chosen=true, op=>=, low=70, as_written=70%) current_claim(kind=target, inherited=false, self_stated=false, chosen=true, op=>=, low=60, as_written=60%, unit_id=436, document=KH huyện) unit(unit_id=42, level=province) unit(unit_id=436, level=district) indicator_catalogue(indicator_id=X) => unit_id=436, said=60%, other=70%, off=10
-- example: current_claim(kind=target, inherited=false, self_stated=false, chosen=true, op=>=, low=70) current_claim(kind=target, inherited=false, self_stated=false, chosen=true, op=>=, low=80, unit_id=436, document=KH huyện) unit(unit_id=42, level=province) unit(unit_id=436, level=district) indicator_catalogue(indicator_id=X) => no row

create view finding_below_province as
with stated as (
    select c.province_code, c.unit_id, c.indicator_id, c.level, c.year, c.period, c.op, c.as_written, c.document, c.locator, c.self_stated, u.level as unit_level, u.name,
        coalesce(case when c.op in ('<=', '<') then c.high else c.low end, c.low, c.high) as bound
    from current_claim as c
    join unit as u on u.unit_id = c.unit_id
    where c.kind = 'target' and not c.inherited and (c.chosen or c.standing = 'beside')
)
select 'below_province' as check_name, 'warning' as severity, o.province_code, o.unit_id, o.indicator_id, o.level, o.year::int as year, o.period,
    i.short_name as subject, o.as_written as said, cited(o.document, o.self_stated, o.name) as document, o.locator,
    p.as_written as other, p.document as other_document, p.locator as other_locator, abs(o.bound - p.bound)::decimal(18, 4) as off, i.unit_of_measure
from stated as o
join stated as p
    on p.province_code = o.province_code and p.indicator_id = o.indicator_id and p.level = o.level and p.year = o.year and p.period = o.period
    and p.unit_level = 'province' and not p.self_stated
join indicator_catalogue as i on i.indicator_id = o.indicator_id and i.kind <> 'count'
where o.unit_level <> 'province' and o.level in ('district', 'commune') and o.unit_id <> p.unit_id
    and case when i.direction = 'lower' or o.op in ('<=', '<') then o.bound > p.bound else o.bound < p.bound end
