-- Hai tên, hai số: hai chỉ tiêu có thể là một mà số khác nhau, hoặc hai văn bản đặt mục tiêu khác nhau cho hai chỉ tiêu gần nghĩa.
--
-- Which indicators are near stands in the catalogue, with the reason. Where the note of one says “Có thể cùng là” of the other, both may be one: their
-- targets and results are compared, in one document and in two. Where a note only keeps the two apart, numbers may differ; targets that two
-- documents set are worth a look, results are not. Whether they mean the same is for people to say.
--
-- internal: one kind of what finding gathers
-- from: near_indicator, stated_bound
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
-- column: other_indicator_id | text | the indicator of the other side; null = the same, or none
-- example: stated_bound(kind=target, chosen=true, bound=50, as_written=50%) stated_bound(kind=target, chosen=true, indicator_id=Y, bound=60, as_written=60%, document=424/QĐ-UBND, short_name=Tên kia) near_indicator(indicator_id=X, other_id=Y, noted=true, may_be_one=false) => severity=note, said=50%, other=60% (Tên kia), off=10
-- example: stated_bound(kind=result, chosen=true, bound=50, as_written=50%) stated_bound(kind=result, chosen=true, indicator_id=Y, bound=60, as_written=60%, document=424/QĐ-UBND, short_name=Tên kia) near_indicator(indicator_id=X, other_id=Y, noted=true, may_be_one=true) => severity=warning, said=50%, other=60% (Tên kia), off=10, other_indicator_id=Y
-- example: stated_bound(kind=target, chosen=true, bound=80, as_written=80%) stated_bound(kind=target, chosen=true, indicator_id=Y, bound=90, as_written=90%, short_name=Tên kia) near_indicator(indicator_id=X, other_id=Y, noted=true, may_be_one=true) => severity=warning, off=10
-- example: stated_bound(kind=result, chosen=true, bound=50) stated_bound(kind=result, chosen=true, indicator_id=Y, bound=60, document=424/QĐ-UBND) near_indicator(indicator_id=X, other_id=Y, noted=true, may_be_one=false) => no row
-- example: stated_bound(kind=result, chosen=true, bound=50) stated_bound(kind=target, chosen=true, indicator_id=Y, bound=60) near_indicator(indicator_id=X, other_id=Y, noted=true, may_be_one=true) => no row
-- example: stated_bound(kind=target, chosen=true, bound=50) stated_bound(kind=target, chosen=true, indicator_id=Y, bound=60, document=424/QĐ-UBND) near_indicator(indicator_id=X, other_id=Y, noted=false, may_be_one=false) => no row

create view finding_two_names as
select 'two_names' as check_name, 'warning' as severity, a.province_code, a.unit_id, a.indicator_id, a.level, a.year::int as year, a.period,
    a.short_name as subject, a.as_written as said, a.document, a.locator,
    concat(b.as_written, ' (', b.short_name, ')') as other, b.document as other_document, b.locator as other_locator,
    abs(a.bound - b.bound)::decimal(18, 4) as off, a.unit_of_measure, b.indicator_id as other_indicator_id
from near_indicator as n
join stated_bound as a on a.indicator_id = n.indicator_id
join stated_bound as b
    on b.indicator_id = n.other_id and b.kind = a.kind and b.province_code = a.province_code and b.unit_id = a.unit_id and b.level = a.level and b.year = a.year
    and b.period = a.period and b.unit_of_measure = a.unit_of_measure
where n.indicator_id < n.other_id and a.chosen and b.chosen and a.bound <> b.bound
    and n.may_be_one
union all  -- apart: the many results are compared for the few pairs that may be one, targets for all that are noted
select 'two_names' as check_name, 'note' as severity, a.province_code, a.unit_id, a.indicator_id, a.level, a.year::int as year, a.period,
    a.short_name as subject, a.as_written as said, a.document, a.locator,
    concat(b.as_written, ' (', b.short_name, ')') as other, b.document as other_document, b.locator as other_locator,
    abs(a.bound - b.bound)::decimal(18, 4) as off, a.unit_of_measure, b.indicator_id as other_indicator_id
from near_indicator as n
join stated_bound as a on a.indicator_id = n.indicator_id
join stated_bound as b
    on b.indicator_id = n.other_id and b.kind = a.kind and b.province_code = a.province_code and b.unit_id = a.unit_id and b.level = a.level and b.year = a.year
    and b.period = a.period and b.unit_of_measure = a.unit_of_measure
where n.indicator_id < n.other_id and a.chosen and b.chosen and a.bound <> b.bound
    and n.noted and not n.may_be_one and a.kind = 'target' and b.kind = 'target' and a.document <> b.document
