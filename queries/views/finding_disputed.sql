-- Xếp loại trái số: văn bản nói đạt hay chưa đạt, số của chính văn bản nói ngược lại.
--
-- The screens show both, the figures' own status first.
--
-- internal: one kind of what finding gathers
-- from: figure_in_force
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
-- example: figure_in_force(disputed=true, actual=40, actual_as_written=40%, required=40, target_as_written=40%, stated_status=missed, gap=0) => said=40% so với 40%, other=văn bản xếp là chưa đạt, off=0
-- example: figure_in_force(disputed=false, actual=40, stated_status=met) => no row

create view finding_disputed as
select 'disputed' as check_name, 'severe' as severity, province_code, unit_id, indicator_id, level, year::int as year, period, short_name as subject,
    concat(coalesce(actual_as_written, said_number(actual, unit_of_measure)), ' so với ', coalesce(target_as_written, said_number(required, unit_of_measure))) as said,
    cited(actual_document, actual_self_stated, unit_name) as document, actual_locator as locator,
    case stated_status when 'met' then 'văn bản xếp là đạt' else 'văn bản xếp là chưa đạt' end as other,
    cited(actual_document, actual_self_stated, unit_name) as other_document, actual_locator as other_locator, abs(gap)::decimal(18, 4) as off, unit_of_measure
from figure_in_force
where disputed and stated_status is not null  -- which the second part follows from; by it the scan leaves out what no document judges
