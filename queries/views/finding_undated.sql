-- Số liệu không ghi ngày, theo từng văn bản.
--
-- One row a document: how many of its measured results state no day of their own.
--
-- internal: one kind of what finding gathers
-- from: current_claim
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
-- example: current_claim(kind=result, as_of_stated=false, self_stated=false) current_claim(kind=result, as_of_stated=true, self_stated=false) => subject=1 trong 2 kết quả của văn bản
-- example: current_claim(kind=result, as_of_stated=true, self_stated=false) => no row

create view finding_undated as
with counted as (
    select province_code, unit_id, document, count(*) as results, count(*) filter (where not as_of_stated and not self_stated) as undated
    from current_claim
    where kind = 'result' and basis = 'measured'
    group by all
)
select 'undated' as check_name, 'note' as severity, c.province_code, c.unit_id, null::varchar as indicator_id, null::varchar as level, null::int as year,
    null::varchar as period, concat(c.undated, ' trong ', c.results, ' kết quả của văn bản') as subject, 'không ghi ngày của số liệu' as said, c.document,
    null::varchar as locator, 'được hiểu là đến ngày của văn bản' as other, null::varchar as other_document, null::varchar as other_locator,
    null::decimal(18, 4) as off, null::varchar as unit_of_measure
from counted as c
where c.undated > 0
