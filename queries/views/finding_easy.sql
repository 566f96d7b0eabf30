-- Mục tiêu đã đạt khi đặt: kết quả mà văn bản ấy hay văn bản trước đã ghi bằng hoặc hơn mục tiêu.
--
-- Of a target of 100% nothing more can be asked, it is there to be kept. Only measured results of earlier years that stand in the same document
-- or an older one, of the same unit and level; what counts up over a year (accumulation) starts anew and is left out.
--
-- internal: one kind of what finding gathers
-- from: current_claim, document_register, indicator_catalogue, unit
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
-- example: current_claim(kind=target, inherited=false, chosen=true, year=2023, op=>=, low=100, as_written=100%) document_register(number=525/KH-UBND, order_on=2022-12-29) current_claim(kind=result, inherited=false, chosen=true, year=2021, op=null, actual=100) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row
-- example: current_claim(kind=target, inherited=false, chosen=true, year=2023, op=>=, low=90, as_written=90%) document_register(number=525/KH-UBND, order_on=2022-12-29) current_claim(kind=result, inherited=false, chosen=true, year=2021, op=null, actual=95, as_written=95%) indicator_catalogue(indicator_id=X) unit(unit_id=42) => said=90%, other=95% (năm 2021), off=5
-- example: current_claim(kind=target, inherited=false, chosen=true, year=2023, op=>=, low=90, as_written=90%) document_register(number=525/KH-UBND, order_on=2022-12-29) current_claim(kind=result, inherited=false, chosen=true, year=2021, op=null, actual=85) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row

create view finding_easy as
with earlier as (
    select c.*, i.short_name, i.unit_of_measure
    from current_claim as c
    join indicator_catalogue as i on i.indicator_id = c.indicator_id and coalesce(i.accumulation, 'at_date') = 'at_date'
    where c.kind = 'result' and c.chosen and not c.inherited and c.actual is not null and c.basis = 'measured'
)
select 'easy' as check_name, 'warning' as severity, t.province_code, t.unit_id, t.indicator_id, t.level, t.year::int as year, t.period,
    e.short_name as subject, t.as_written as said, cited(t.document, t.self_stated, u.name) as document, t.locator,
    concat(coalesce(e.as_written, said_number(e.actual, e.unit_of_measure)), ' (', said_period(e.period, e.year), ')') as other,
    cited(e.document, e.self_stated, u.name) as other_document, e.locator as other_locator,
    abs(e.actual - coalesce(case when t.op in ('<=', '<') then t.high else t.low end, t.low, t.high))::decimal(18, 4) as off, e.unit_of_measure
from current_claim as t
join document_register as d on d.number = t.document
join unit as u on u.unit_id = t.unit_id
join earlier as e
    on e.province_code = t.province_code and e.unit_id = t.unit_id and e.indicator_id = t.indicator_id and e.level = t.level and e.year < t.year
join document_register as r on r.number = e.document and r.order_on <= d.order_on
where t.kind = 'target' and t.chosen and not t.inherited and t.period = 'N'
    and case
        when t.op = '<=' then e.actual <= t.high
        when t.op = '<' then e.actual < t.high
        when t.op = '>' then e.actual > t.low
        when t.op in ('>=', 'range') then e.actual >= t.low
        else false
    end
    and not (e.unit_of_measure = '%' and t.low = 100)
qualify row_number() over (
    partition by t.province_code, t.unit_id, t.indicator_id, t.level, t.year
    order by e.year desc, last_month(e.period) desc, e.document, e.period, e.actual) = 1
