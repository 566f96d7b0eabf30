-- Nói đạt, không nêu số: văn bản chép lại mục tiêu thay cho kết quả.
--
-- They count as stated (◐) and never as measured.
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
-- example: figure_in_force(basis=stated, actual_as_written=100%) => said=100%, severity=warning
-- example: figure_in_force(basis=measured, actual_as_written=100%) => no row

create view finding_stated_only as
select 'stated_only' as check_name, 'warning' as severity, province_code, unit_id, indicator_id, level, year::int as year, period, short_name as subject,
    coalesce(actual_as_written, 'đã hoàn thành') as said, cited(actual_document, actual_self_stated, unit_name) as document, actual_locator as locator,
    'chép lại mục tiêu, không có số đo' as other, null::varchar as other_document, null::varchar as other_locator,
    null::decimal(18, 4) as off, null::varchar as unit_of_measure
from figure_in_force
where basis = 'stated'
