-- Số nhảy vọt: hai kỳ liền nhau cùng loại cách nhau từ 50 điểm %, hoặc gấp mười lần.
--
-- Measured results of successive years (or of successive periods of one kind within a year) of one unit and level; what counts up over a year is
-- left out, and so is a count below ten.
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
-- example: current_claim(kind=result, inherited=false, chosen=true, year=2022, op=null, actual=20, as_written=20%) current_claim(kind=result, inherited=false, chosen=true, year=2023, op=null, actual=80, as_written=80%) indicator_catalogue(indicator_id=X) unit(unit_id=42) => year=2023, said=80%, other=20% (năm 2022), off=60
-- example: current_claim(kind=result, inherited=false, chosen=true, year=2022, op=null, actual=40, as_written=40 xã) current_claim(kind=result, inherited=false, chosen=true, year=2023, op=null, actual=400, as_written=400 xã) indicator_catalogue(indicator_id=X, kind=count, unit_of_measure=xã) unit(unit_id=42) => year=2023, off=360
-- example: current_claim(kind=result, inherited=false, chosen=true, year=2022, op=null, actual=40) current_claim(kind=result, inherited=false, chosen=true, year=2023, op=null, actual=80) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row
-- example: current_claim(kind=result, inherited=false, chosen=true, year=2020, op=null, actual=20) current_claim(kind=result, inherited=false, chosen=true, year=2023, op=null, actual=80) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row

create view finding_jumped as
with possible as (  -- a look at the ends of a series first: few reach so far at all, and only those are put in order
    select c.province_code, c.unit_id, c.indicator_id, c.level
    from current_claim as c
    join indicator_catalogue as i on i.indicator_id = c.indicator_id and coalesce(i.accumulation, 'at_date') = 'at_date' and i.kind in ('ratio', 'count')
    where c.kind = 'result' and c.chosen and not c.inherited and c.actual is not null and c.basis = 'measured'
    group by c.province_code, c.unit_id, c.indicator_id, c.level, i.unit_of_measure, i.kind
    having case when i.unit_of_measure = '%' then max(c.actual) - min(c.actual) >= 50 else i.kind = 'count' and max(c.actual) >= 10 * min(c.actual) end
),
series as (
    select c.province_code, c.unit_id, c.indicator_id, c.level, c.year, c.period, c.actual, c.as_written, c.locator, i.short_name, i.unit_of_measure, i.kind as of_kind,
        cited(c.document, c.self_stated, u.name) as document,
        lag(struct_pack(actual := c.actual, written := c.as_written, document := cited(c.document, c.self_stated, u.name), locator := c.locator, year := c.year, period := c.period)) over (
            partition by c.province_code, c.unit_id, c.indicator_id, c.level, kind_of_period(c.period) order by c.year, last_month(c.period)) as before
    from possible as p
    join current_claim as c on c.province_code = p.province_code and c.unit_id = p.unit_id and c.indicator_id = p.indicator_id and c.level = p.level
    join indicator_catalogue as i on i.indicator_id = c.indicator_id and coalesce(i.accumulation, 'at_date') = 'at_date' and i.kind in ('ratio', 'count')
    join unit as u on u.unit_id = c.unit_id
    where c.kind = 'result' and c.chosen and not c.inherited and c.actual is not null and c.basis = 'measured'
)
select 'jumped' as check_name, 'warning' as severity, province_code, unit_id, indicator_id, level, year::int as year, period, short_name as subject,
    coalesce(as_written, said_number(actual, unit_of_measure)) as said, document, locator,
    concat(coalesce(before.written, said_number(before.actual, unit_of_measure)), ' (', said_period(before.period, before.year), ')') as other,
    before.document as other_document, before.locator as other_locator, abs(actual - before.actual)::decimal(18, 4) as off, unit_of_measure
from series
where year - before.year <= 1
    and case
        when unit_of_measure = '%' then abs(actual - before.actual) >= 50
        when of_kind = 'count' then greatest(actual, before.actual) >= 10 * least(actual, before.actual) and least(actual, before.actual) >= 10
        else false
    end
