-- Mục tiêu sau thấp hơn mục tiêu trước: năm sau, hoặc văn bản sau, đòi hỏi ít hơn.
--
-- Each figure against the nearest earlier one: of the year itself in the newest of the older documents, else of an earlier year.
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
-- example: stated_bound(kind=target, op=>=, bound=60, as_written=60%, chosen=true) stated_bound(kind=target, op=>=, bound=80, as_written=80%, chosen=false, standing=superseded, document=1/KH, order_on=2020-01-01) stated_bound(kind=target, op=>=, bound=70, as_written=70%, chosen=false, standing=superseded, document=2/KH, order_on=2021-01-01) => said=60%, other=70% (năm 2022), other_document=2/KH
-- example: stated_bound(kind=target, op=>=, year=2022, bound=70, as_written=70%, chosen=true) stated_bound(kind=target, op=>=, year=2023, bound=60, as_written=60%, chosen=true) => year=2023, said=60%, other=70% (năm 2022), off=10
-- example: stated_bound(kind=target, op=>=, year=2022, bound=60, chosen=true) stated_bound(kind=target, op=>=, year=2023, bound=70, chosen=true) => no row
-- example: stated_bound(kind=target, op=<=, year=2022, bound=5, as_written=5, chosen=true) stated_bound(kind=target, op=<=, year=2023, bound=7, as_written=7, chosen=true, direction=lower) => year=2023, off=2

create view finding_lowered as
with paired as (
    select n.*, e.bound as earlier, e.as_written as other, e.document as other_document, e.locator as other_locator, e.year as other_year
    from stated_bound as n
    join stated_bound as e
        on e.province_code = n.province_code and e.unit_id = n.unit_id and e.indicator_id = n.indicator_id and e.level = n.level
        and e.kind = 'target' and e.period = 'N' and (e.chosen and e.year < n.year or e.year = n.year and e.standing = 'superseded')
    where n.kind = 'target' and n.period = 'N' and n.chosen and n.bound is not null and e.bound is not null
    qualify row_number() over (
        partition by n.province_code, n.unit_id, n.indicator_id, n.level, n.year order by e.year desc, e.order_on desc nulls last, e.document, e.bound, e.locator) = 1
)
select 'lowered' as check_name, 'warning' as severity, province_code, unit_id, indicator_id, level, year::int as year, 'N' as period,
    short_name as subject, as_written as said, document, locator, concat(other, ' (năm ', other_year, ')') as other, other_document, other_locator,
    abs(bound - earlier)::decimal(18, 4) as off, unit_of_measure
from paired
where case when direction = 'lower' or op in ('<=', '<') then bound > earlier else bound < earlier end
