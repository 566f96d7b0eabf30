-- Tỉnh báo khác số cộng từ dưới lên.
--
-- The province's own figure for a level beside the sum of its units, where the catalogue allows a sum and every unit of the level has given its part.
--
-- internal: one kind of what finding gathers
-- from: indicator_catalogue, level_total, unit
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
-- example: level_total(own=68, total=64, difference=4, summed=69, units=69) indicator_catalogue(indicator_id=X) unit(unit_id=42) => said=68%, other=cộng từ 69 đơn vị: 64%, off=4
-- example: level_total(own=64.12345, total=68.23456, difference=-4.11111, summed=69, units=69) indicator_catalogue(indicator_id=X) unit(unit_id=42) => off=4.11
-- example: level_total(own=68, total=68.02, difference=-0.02, summed=69, units=69) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row
-- example: level_total(own=68, total=64, difference=4, summed=61, units=69) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row

create view finding_summed as
select 'summed' as check_name, 'warning' as severity, t.province_code, u.unit_id, t.indicator_id, t.level, t.year::int as year, t.period,
    i.short_name as subject, said_number(round(t.own, 2), i.unit_of_measure) as said, null::varchar as document, null::varchar as locator,
    concat('cộng từ ', t.summed, ' đơn vị: ', said_number(round(t.total, 2), i.unit_of_measure)) as other, null::varchar as other_document,
    null::varchar as other_locator, round(abs(t.difference), 2)::decimal(18, 4) as off, i.unit_of_measure
from level_total as t
join indicator_catalogue as i on i.indicator_id = t.indicator_id
join unit as u on u.code = t.province_code and u.valid_to is null
where t.summed = t.units and abs(t.difference) >= case when i.unit_of_measure = '%' then 0.05 else 0.5 end
