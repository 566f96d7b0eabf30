-- Tỷ lệ không theo tử số và mẫu số của nó.
--
-- A share that is printed with decimals and differs from its own fraction by more than rounding (0,05). What differs by more than half a point is
-- refused when it is brought.
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
-- example: current_claim(kind=result, inherited=false, chosen=true, op=null, actual=62.98, as_written=62.98%, numerator=62, denominator=99) indicator_catalogue(indicator_id=X) unit(unit_id=42) => off=0.35, severity=warning
-- example: current_claim(kind=result, inherited=false, chosen=true, op=null, actual=62.6, numerator=62, denominator=99) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row
-- example: current_claim(kind=result, inherited=false, chosen=true, op=null, actual=63, numerator=62, denominator=99) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row

create view finding_fraction as
select 'fraction' as check_name, 'warning' as severity, c.province_code, c.unit_id, c.indicator_id, c.level, c.year::int as year, c.period,
    i.short_name as subject, coalesce(c.as_written, said_number(c.actual, '%')) as said, cited(c.document, c.self_stated, u.name) as document, c.locator,
    concat(said_number(c.numerator, ''), '/', said_number(c.denominator, ''), ' = ', said_number(round(100 * c.numerator::double / c.denominator::double, 2), '%')) as other,
    cited(c.document, c.self_stated, u.name) as other_document, c.locator as other_locator,
    round(abs(c.actual::double - 100 * c.numerator::double / c.denominator::double), 2)::decimal(18, 4) as off, i.unit_of_measure
from current_claim as c
join indicator_catalogue as i on i.indicator_id = c.indicator_id and i.unit_of_measure = '%'
join unit as u on u.unit_id = c.unit_id
where c.kind = 'result' and c.chosen and not c.inherited and c.denominator > 0 and c.actual <> trunc(c.actual)
    and abs(c.actual::double - 100 * c.numerator::double / c.denominator::double) > 0.0501
