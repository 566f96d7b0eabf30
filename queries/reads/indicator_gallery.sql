-- Mỗi chỉ tiêu chính một thẻ: ở từng cấp, kết quả mới nhất, mục tiêu đang có hiệu lực, mục tiêu đã quá hạn.
--
-- The row of a level is its newest result beside the target in force; without any result, its next target, else its last.
-- The most in need first, as gallery_figure orders them. overdue names the years whose targets passed without a result.
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
-- column: gap_share         | double  | abs(gap) as a share of abs(required); null = no gap, or required is 0
-- column: mark              | text    | met, stated, near, missed, not_due, no_result, no_target
-- column: disputed          | boolean | the document calls it otherwise than its figures say
-- column: conflict          | boolean | another claim differs
-- column: overdue           | text    | years of overdue targets without a result, joined by ', '; null = none
-- column: due_on            | date    | day on which the next figure is due; null = not scheduled
-- column: due_state         | text    | 'due', 'overdue', 'never_reported', 'not_scheduled'
-- column: next_period       | text    | period whose figure is due: 'Q2/2024', 'N/2024'; null = not scheduled
-- unique: indicator_id, level

select f.indicator_id, f.indicator_name, f.short_name, f.pillar, f.pillar_name, f.level, f.unit_of_measure, f.year, f.period,
    f.target_year, f.target_op, f.target_low, f.target_high, f.required, f.lower_is_better, f.target_as_written, f.has_result,
    f.actual, f.actual_low, f.actual_high, f.actual_as_written, f.actual_qualifier, f.basis, f.as_of, f.as_of_stated,
    f.comparable, f.gap, f.gap_share, f.mark, f.disputed, f.conflict, f.overdue, d.due_on, coalesce(d.state, 'not_scheduled')
    as due_state, d.next_period
from gallery_figure as f
left join (select * from figure_due where province_code = $province_code and unit_id = $unit_id) as d
    on d.indicator_id = f.indicator_id and d.level = f.level
where f.province_code = $province_code and f.unit_id = $unit_id
order by f.need_class, f.need_share desc nulls last, f.pillar_order, f.indicator_id,
    list_position(['province', 'district', 'commune', 'all'], f.level)
