-- Mỗi chỉ tiêu chính ở từng cấp: kết quả mới nhất, hoặc mục tiêu chưa có kết quả, và chỉ tiêu ấy cần quan tâm đến đâu.
--
-- The row of a level is its newest result beside the target in force; without any result, its next target, else its last.
-- need_class and need_share order indicators: the worst of its levels counts.
--
-- from: figure_in_force
-- internal: what the gallery of indicators shows
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
-- column: need_class        | int     | 1 missed, 2 near, 3 overdue, 4 stated, 5 met, 6 not due, 7 no target; the least of its levels
-- column: need_share        | double  | the largest gap_share of its levels; null = none has one
-- unique: indicator_id, unit_id, level

create view gallery_figure as
with shown as (
    select * from figure_in_force
    where rank = 'headline'
    qualify row_number() over (
        partition by province_code, unit_id, indicator_id, level
        order by has_result desc, case when has_result then period_end end desc, case when has_result then period <> 'N' end,
            still_running desc nulls last, case when still_running then year else -year end) = 1
),
late as (
    select province_code, unit_id, indicator_id, level, string_agg(year::varchar, ', ' order by year) as overdue
    from figure_in_force
    where rank = 'headline' and has_target and period = 'N' and newest_in_year and status = 'no_result'
    group by province_code, unit_id, indicator_id, level
),
classed as (
    select s.*, l.overdue,
        case when s.mark = 'missed' then 1 when s.mark = 'near' then 2 when l.overdue is not null then 3
            when s.mark = 'stated' then 4 when s.mark = 'met' then 5 when s.mark = 'not_due' then 6 else 7 end as class
    from shown as s
    left join late as l
        on l.province_code = s.province_code and l.unit_id = s.unit_id and l.indicator_id = s.indicator_id and l.level = s.level
),
worst as (
    select province_code, unit_id, indicator_id, min(class) as need_class, max(gap_share) as need_share
    from classed
    group by province_code, unit_id, indicator_id
)
select c.province_code, c.unit_id, c.indicator_id, c.indicator_name, c.short_name, c.pillar, c.pillar_name, c.level,
    c.unit_of_measure, c.year, c.period, c.target_year, c.target_op, c.target_low, c.target_high, c.required,
    c.lower_is_better, c.target_as_written, c.has_result, c.actual, c.actual_low, c.actual_high, c.actual_as_written,
    c.actual_qualifier, c.basis, c.as_of, c.as_of_stated, c.comparable, c.gap, c.gap_share, c.mark, c.disputed, c.conflict,
    c.overdue,
    c.pillar_order, w.need_class, w.need_share
from classed as c
join worst as w on w.province_code = c.province_code and w.unit_id = c.unit_id and w.indicator_id = c.indicator_id
