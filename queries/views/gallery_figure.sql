-- Mỗi chỉ tiêu chính ở từng cấp: kết quả mới nhất, hoặc mục tiêu chưa có kết quả, và chỉ tiêu ấy cần quan tâm đến đâu.
--
-- The row of a level is its newest result beside the target in force; without any result, its next target, else its last.
-- need_class and need_share order indicators: the worst of its levels counts.
--
-- from: gallery_newest
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
-- column: unit_name         | text    | with prefix
-- column: target_document   | text    | null = no target
-- column: target_locator    | text    | null = not given
-- column: target_self_stated | boolean | the target is the unit's own word; null = no target
-- column: actual_document   | text    | null = not reported
-- column: actual_locator    | text    | null = not given
-- column: actual_self_stated | boolean | the result is the unit's own word; null = not reported
-- column: need_class        | int     | 1 missed, 2 near, 3 overdue, 4 stated, 5 met, 6 not due, 7 no target; the least of its levels
-- column: need_share        | double  | the largest gap_share of its levels; null = none has one
-- unique: indicator_id, unit_id, level

create view gallery_figure as
with classed as (
    select *,
        case when mark = 'missed' then 1 when mark = 'near' then 2 when overdue is not null then 3
            when mark = 'stated' then 4 when mark = 'met' then 5 when mark = 'not_due' then 6 else 7 end as class
    from gallery_newest
)
select * exclude (class), min(class) over of_indicator as need_class, max(gap_share) over of_indicator as need_share
from classed
window of_indicator as (partition by province_code, unit_id, indicator_id)
