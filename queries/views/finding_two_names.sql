-- Hai chỉ tiêu gần nghĩa đặt mục tiêu khác nhau cho cùng một cấp và năm.
--
-- Which indicators are near stands in the catalogue: the note of one names the other. Whether they mean the same is for people to say.
--
-- internal: one kind of what finding gathers
-- from: current_claim, indicator_catalogue, near_indicator, unit
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
-- example: current_claim(kind=target, inherited=false, chosen=true, low=50, as_written=50%) current_claim(kind=target, inherited=false, chosen=true, indicator_id=Y, low=60, as_written=60%, document=424/QĐ-UBND) indicator_catalogue(indicator_id=X) indicator_catalogue(indicator_id=Y, short_name=Tên kia) near_indicator(indicator_id=X, other_id=Y, noted=true) unit(unit_id=42) => said=50%, other=60% (Tên kia), off=10
-- example: current_claim(kind=target, inherited=false, chosen=true, low=50) current_claim(kind=target, inherited=false, chosen=true, indicator_id=Y, low=60, document=424/QĐ-UBND) indicator_catalogue(indicator_id=X) indicator_catalogue(indicator_id=Y) near_indicator(indicator_id=X, other_id=Y, noted=false) unit(unit_id=42) => no row

create view finding_two_names as
with stated as (
    select c.province_code, c.unit_id, c.indicator_id, c.level, c.year, c.period, c.as_written, c.locator, i.short_name, i.unit_of_measure,
        cited(c.document, c.self_stated, u.name) as document, coalesce(c.low, c.high) as bound
    from current_claim as c
    join indicator_catalogue as i on i.indicator_id = c.indicator_id
    join unit as u on u.unit_id = c.unit_id
    where c.kind = 'target' and c.chosen and not c.inherited
)
select 'two_names' as check_name, 'note' as severity, a.province_code, a.unit_id, a.indicator_id, a.level, a.year::int as year, a.period,
    a.short_name as subject, a.as_written as said, a.document, a.locator,
    concat(b.as_written, ' (', b.short_name, ')') as other, b.document as other_document, b.locator as other_locator,
    abs(a.bound - b.bound)::decimal(18, 4) as off, a.unit_of_measure
from near_indicator as n
join stated as a on a.indicator_id = n.indicator_id
join stated as b
    on b.indicator_id = n.other_id and b.province_code = a.province_code and b.unit_id = a.unit_id and b.level = a.level and b.year = a.year
    and b.period = a.period and b.unit_of_measure = a.unit_of_measure
where n.noted and n.indicator_id < n.other_id and a.document <> b.document and a.bound <> b.bound
