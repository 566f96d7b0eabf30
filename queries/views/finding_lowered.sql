-- Mục tiêu sau thấp hơn mục tiêu trước: năm sau, hoặc văn bản sau, đòi hỏi ít hơn.
--
-- Each figure against the nearest earlier one: of the year itself in the newest of the older documents, else of an earlier year.
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
-- example: current_claim(kind=target, inherited=false, op=>=, low=60, as_written=60%, chosen=true) current_claim(kind=target, inherited=false, op=>=, low=80, as_written=80%, chosen=false, standing=superseded, document=1/KH) current_claim(kind=target, inherited=false, op=>=, low=70, as_written=70%, chosen=false, standing=superseded, document=2/KH) document_register(number=1/KH, order_on=2020-01-01) document_register(number=2/KH, order_on=2021-01-01) indicator_catalogue(indicator_id=X) unit(unit_id=42) => said=60%, other=70% (năm 2022), other_document=2/KH
-- example: current_claim(kind=target, inherited=false, op=>=, year=2022, low=70, as_written=70%, chosen=true) current_claim(kind=target, inherited=false, op=>=, year=2023, low=60, as_written=60%, chosen=true) indicator_catalogue(indicator_id=X) unit(unit_id=42) => year=2023, said=60%, other=70% (năm 2022), off=10
-- example: current_claim(kind=target, inherited=false, op=>=, year=2022, low=60, chosen=true) current_claim(kind=target, inherited=false, op=>=, year=2023, low=70, chosen=true) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row
-- example: current_claim(kind=target, inherited=false, op=<=, year=2022, high=5, as_written=5, chosen=true) current_claim(kind=target, inherited=false, op=<=, year=2023, high=7, as_written=7, chosen=true) indicator_catalogue(indicator_id=X, direction=lower) unit(unit_id=42) => year=2023, off=2

create view finding_lowered as
with stated as (
    select c.province_code, c.unit_id, c.indicator_id, c.level, c.year, c.op, c.chosen, c.standing, c.as_written, c.locator, i.short_name,
        i.unit_of_measure, i.direction, d.order_on, cited(c.document, c.self_stated, u.name) as document,
        coalesce(case when c.op in ('<=', '<') then c.high else c.low end, c.low, c.high) as bound
    from current_claim as c
    join indicator_catalogue as i on i.indicator_id = c.indicator_id
    join unit as u on u.unit_id = c.unit_id
    left join document_register as d on d.number = c.document
    where c.kind = 'target' and c.period = 'N' and not c.inherited
),
paired as (
    select n.*, e.bound as earlier, e.as_written as other, e.document as other_document, e.locator as other_locator, e.year as other_year
    from stated as n
    join stated as e
        on e.province_code = n.province_code and e.unit_id = n.unit_id and e.indicator_id = n.indicator_id and e.level = n.level
        and (e.chosen and e.year < n.year or e.year = n.year and e.standing = 'superseded')
    where n.chosen and n.bound is not null and e.bound is not null
    qualify row_number() over (
        partition by n.province_code, n.unit_id, n.indicator_id, n.level, n.year order by e.year desc, e.order_on desc nulls last, e.document, e.bound, e.locator) = 1
)
select 'lowered' as check_name, 'warning' as severity, province_code, unit_id, indicator_id, level, year::int as year, 'N' as period,
    short_name as subject, as_written as said, document, locator, concat(other, ' (năm ', other_year, ')') as other, other_document, other_locator,
    abs(bound - earlier)::decimal(18, 4) as off, unit_of_measure
from paired
where case when direction = 'lower' or op in ('<=', '<') then bound > earlier else bound < earlier end
