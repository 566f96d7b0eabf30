-- Mỗi chỉ tiêu chính một thẻ: ở từng cấp, kết quả mới nhất, mục tiêu đang có hiệu lực, mục tiêu đã quá hạn.
--
-- The row of a level is its newest result beside the target in force; without any result, its next target, else its last.
-- overdue names the years whose targets passed without a result.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
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
-- column: lacking_share     | double  | what is lacking, as a share of the required value; null = no gap
-- column: mark              | text    | met, stated, near, missed, not_due, no_result, no_target
-- column: disputed          | boolean | the document calls it otherwise than its figures say
-- column: conflict          | boolean | another claim differs
-- column: overdue           | text    | years of overdue targets without a result, joined by ', '; null = none
-- column: due_on            | date    | day on which the next figure is due; null = not scheduled
-- column: due_state         | text    | 'due', 'overdue', 'never_reported', 'not_scheduled'
-- column: worst             | int     | order of the indicator: 1 = most in need
-- unique: indicator_id, level

with known as (
    select * from figure_in_force
    where province_code = $province_code and unit_id = $unit_id and rank = 'headline'
),
shown as (
    select * from known
    qualify row_number() over (
        partition by indicator_id, level
        order by has_result desc, case when has_result then period_end end desc, case when has_result then period <> 'N' end,
            still_running desc nulls last, case when still_running then year else -year end) = 1
),
late as (
    select indicator_id, level, string_agg(year::varchar, ', ' order by year) as overdue
    from known
    where has_target and period = 'N' and newest_in_year and status = 'no_result'
    group by indicator_id, level
),
placed as (
    select s.*, l.overdue, min(case when s.mark = 'missed' then 1 when s.mark = 'near' then 2 when l.overdue is not null then 3
            when s.mark = 'stated' then 4 when s.mark = 'met' then 5 when s.mark = 'not_due' then 6 else 7 end) over (partition by s.indicator_id) as class,
        max(s.lacking_share) over (partition by s.indicator_id) as lacking
    from shown as s
    left join late as l on l.indicator_id = s.indicator_id and l.level = s.level
)
select p.indicator_id, p.indicator_name, p.short_name, p.pillar, p.pillar_name, p.level, p.unit_of_measure, p.year, p.period, p.target_year,
    p.target_op, p.target_low, p.target_high, p.required, p.lower_is_better, p.target_as_written, p.has_result, p.actual, p.actual_low,
    p.actual_high, p.actual_as_written, p.actual_qualifier, p.basis, p.as_of, p.as_of_stated, p.comparable, p.gap, p.lacking_share, p.mark,
    p.disputed, p.conflict, p.overdue, d.due_on, coalesce(d.state, 'not_scheduled') as due_state,
    (dense_rank() over (order by p.class, p.lacking desc nulls last, p.pillar_order, p.indicator_id))::int as worst
from placed as p
left join (select * from figure_due where province_code = $province_code and unit_id = $unit_id) as d on d.indicator_id = p.indicator_id and d.level = p.level
order by worst, list_position(['province', 'district', 'commune', 'all'], p.level)
