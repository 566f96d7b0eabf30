-- Mọi mục tiêu chính của năm, theo chỉ tiêu và cấp, cùng kết quả năm trước.
--
-- param:  province_code      | text    | province of the territory
-- param:  unit_id            | text    | territory
-- param:  year               | int     | calendar year
-- param:  level              | text    | a level, or 'any'
-- column: indicator_id       | text    | catalogue id
-- column: indicator_name     | text    | full name
-- column: short_name         | text    | for narrow places
-- column: pillar_name        | text    | as on the screen
-- column: level              | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure    | text    | '%', 'người' ...
-- column: target_op          | text    | null = a milestone
-- column: target_low         | decimal | null = none
-- column: target_high        | decimal | null = none
-- column: target_as_written  | text    | short form of the document
-- column: actual             | decimal | null = not reported, or in words
-- column: actual_as_written  | text    | null = not reported
-- column: actual_qualifier   | text    | null = not reported
-- column: gap                | decimal | in the indicator's unit; null where a number is missing
-- column: status             | text    | met, near, missed, not_due, no_result
-- column: stated_status      | text    | what the document itself says; null = nothing
-- column: conflict           | boolean | another claim differs
-- column: previous_year      | int     | latest earlier year with a number for the same level; null = none
-- column: previous_actual    | decimal | result of that year; null = none
-- column: previous_qualifier | text    | exact, about, over, nearly, estimate; null = none
-- column: change             | decimal | actual minus previous_actual; null where one is missing
-- unique: indicator_id, level

select f.indicator_id, f.indicator_name, f.short_name, f.pillar_name, f.level, f.unit_of_measure,
    f.target_op, f.target_low, f.target_high, f.target_as_written, f.actual, f.actual_as_written, f.actual_qualifier, f.gap, f.status,
    f.stated_status, f.conflict, p.previous_year, p.previous_actual, p.previous_qualifier, p.change
from figure as f
left join previous_result as p
    on p.province_code = f.province_code and p.unit_id = f.unit_id and p.indicator_id = f.indicator_id and p.level = f.level and p.year = f.year
where f.province_code = $province_code and f.unit_id = $unit_id and f.year = $year and f.period = 'N'
    and f.has_target and f.rank = 'headline' and $level in ('any', f.level)
order by f.pillar_order, f.indicator_id, case f.level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end
