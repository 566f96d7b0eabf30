-- Số không thể có: một tỷ lệ vượt 100%.
--
-- What is above a whole stands as it was written until its document is corrected.
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
-- example: current_claim(kind=target, inherited=false, op=>, low=100, as_written=trên 100%) indicator_catalogue(indicator_id=X) unit(unit_id=42) => said=trên 100%, severity=severe, off=0
-- example: current_claim(kind=target, inherited=false, op=>=, low=100, as_written=100%) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row
-- example: current_claim(kind=result, inherited=false, op=null, actual=140, as_written=140) indicator_catalogue(indicator_id=X, kind=count) unit(unit_id=42) => no row

create view finding_impossible as
select 'impossible' as check_name, 'severe' as severity, o.province_code, o.unit_id, o.indicator_id, o.level, o.year::int as year, o.period,
    i.short_name as subject, o.as_written as said, cited(o.document, o.self_stated, u.name) as document, o.locator,
    'một tỷ lệ không thể vượt 100%' as other, null::varchar as other_document, null::varchar as other_locator,
    greatest(coalesce(o.actual, o.low, o.high) - 100, 0)::decimal(18, 4) as off, i.unit_of_measure
from current_claim as o
join indicator_catalogue as i on i.indicator_id = o.indicator_id and i.kind = 'ratio'
join unit as u on u.unit_id = o.unit_id
where not o.inherited
    and (coalesce(o.actual, o.low, o.high) > 100 or coalesce(o.actual, o.low) = 100 and (o.op = '>' or o.qualifier = 'over'))
