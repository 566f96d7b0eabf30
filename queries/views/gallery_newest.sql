-- Mỗi chỉ tiêu chính ở từng cấp: kết quả mới nhất, hoặc mục tiêu chưa có kết quả.
--
-- The row of a level is its newest result beside the target in force; without any result, its next target, else its last. The row is taken by a
-- sum over its key, whole: a window over all columns would take twice as long.
--
-- from: figure_in_force
-- internal: what gallery_figure orders, and what territories have side by side
-- column: province_code     | text    | province of the unit
-- column: unit_id           | text    | unit
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for narrow places
-- column: pillar            | text    | code
-- column: pillar_name       | text    | as on the screen
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: year              | int     | year of the result, or of the target where there is no result
-- column: period            | text    | period of the result; N without one
-- column: target_year       | int     | year of the target; null = none
-- column: target_op         | text    | null = none, or a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | null = no number
-- column: lower_is_better   | boolean | the target is met from above
-- column: target_as_written | text    | null = none
-- column: has_result        | boolean | there is a result, be it in words
-- column: actual            | decimal | null = none, or in words
-- column: actual_low        | decimal | low end of a span; null otherwise
-- column: actual_high       | decimal | high end of a span; null otherwise
-- column: actual_as_written | text    | null = none
-- column: actual_qualifier  | text    | null = none, or in words
-- column: basis             | text    | null = no result
-- column: as_of             | date    | stated day, else day of the document; null = no result, or neither is known
-- column: as_of_stated      | boolean | the row states the day itself; null = no result
-- column: comparable        | boolean | the result may be set against the target
-- column: gap               | decimal | null where a number is missing
-- column: gap_share         | double  | abs(gap) as a share of abs(required); null = no gap, or required is 0
-- column: mark              | text    | met, stated, near, missed, not_due, no_result, no_target
-- column: disputed          | boolean | the document calls it otherwise than its figures say
-- column: conflict          | boolean | another claim differs
-- column: overdue           | text    | years of overdue targets without a result, joined by ', '; null = none
-- column: pillar_order      | int     | order of the plans' headings
-- column: unit_name         | text    | with prefix
-- column: target_document   | text    | null = no target
-- column: target_locator    | text    | null = not given
-- column: target_self_stated | boolean | the target is the unit's own word; null = no target
-- column: actual_document   | text    | null = not reported
-- column: actual_locator    | text    | null = not given
-- column: actual_self_stated | boolean | the result is the unit's own word; null = not reported
-- unique: indicator_id, unit_id, level
-- example: figure_in_force(year=2022, rank=headline, has_result=true, actual=5) figure_in_force(year=2024, rank=headline, has_target=true, has_result=false) => year=2022, actual=5
-- example: figure_in_force(year=2024, rank=headline, has_target=true, has_result=false, still_running=false, period=N, newest_in_year=true, status=no_result) figure_in_force(year=2023, rank=headline, has_target=true, has_result=false, still_running=false, status=met) => year=2024, overdue=2024
-- example: figure_in_force(year=2029, rank=headline, has_target=true, has_result=false, still_running=true) figure_in_force(year=2027, rank=headline, has_target=true, has_result=false, still_running=true) figure_in_force(year=2024, rank=headline, has_target=true, has_result=false, still_running=false) => year=2027

create view gallery_newest as
with best as (
    select f.province_code, f.unit_id, f.indicator_id, f.level,
        max_by(f, (f.has_result, case when f.has_result then f.period_end else date '0001-01-01' end, f.has_result and f.period = 'N',
            coalesce(f.still_running::int, -1), case when f.still_running then -f.year else f.year end)) as shown,
        string_agg(case when f.has_target and f.period = 'N' and f.newest_in_year and f.status = 'no_result' then f.year::varchar end, ', '
            order by f.year) as overdue
    from figure_in_force as f
    where f.rank = 'headline'
    group by f.province_code, f.unit_id, f.indicator_id, f.level
)
select province_code, unit_id, indicator_id, shown.indicator_name, shown.short_name, shown.pillar, shown.pillar_name, level,
    shown.unit_of_measure, shown.year, shown.period, shown.target_year, shown.target_op, shown.target_low, shown.target_high,
    shown.required, shown.lower_is_better, shown.target_as_written, shown.has_result, shown.actual, shown.actual_low, shown.actual_high,
    shown.actual_as_written, shown.actual_qualifier, shown.basis, shown.as_of, shown.as_of_stated, shown.comparable, shown.gap,
    shown.gap_share, shown.mark, shown.disputed, shown.conflict, overdue, shown.pillar_order, shown.unit_name, shown.target_document,
    shown.target_locator, shown.target_self_stated, shown.actual_document, shown.actual_locator, shown.actual_self_stated
from best
