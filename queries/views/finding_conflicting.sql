-- Hai số khác nhau: cùng một số liệu, một văn bản (hay một ngày) nêu hai con số.
--
-- Neither counts more than the other: which one is shown first is a rule, not a decision.
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
-- example: current_claim(kind=target, low=94, as_written=94, chosen=true, standing=current) current_claim(kind=target, low=59, as_written=59, chosen=false, standing=conflicting) indicator_catalogue(indicator_id=X) unit(unit_id=42) => severity=severe, said=94, other=59, off=35
-- example: current_claim(kind=target, low=94, as_written=94, chosen=true, standing=current) current_claim(kind=target, low=94, as_written=94, chosen=false, standing=current) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row

create view finding_conflicting as
select 'conflicting' as check_name,
    case when coalesce(c.actual, c.low, c.high) = coalesce(o.actual, o.low, o.high) then 'warning' else 'severe' end as severity, o.province_code, o.unit_id, o.indicator_id, o.level, o.year::int as year, o.period,
    i.short_name as subject, c.as_written as said, cited(c.document, c.self_stated, u.name) as document, c.locator,
    o.as_written as other, cited(o.document, o.self_stated, u.name) as other_document, o.locator as other_locator,
    abs(coalesce(c.actual, c.low, c.high) - coalesce(o.actual, o.low, o.high))::decimal(18, 4) as off, i.unit_of_measure
from current_claim as o
join current_claim as c
    on c.province_code = o.province_code and c.indicator_id = o.indicator_id and c.unit_id = o.unit_id and c.level = o.level and c.year = o.year
    and c.period = o.period and c.kind = o.kind and c.chosen
left join indicator_catalogue as i on i.indicator_id = o.indicator_id  -- left: after the other joins, when only the few claims that conflict are left
left join unit as u on u.unit_id = o.unit_id
where o.standing = 'conflicting'
