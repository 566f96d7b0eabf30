-- Kết quả của một kỳ trong năm, bên cạnh mục tiêu của cả năm.
--
-- Results with a target of the year stand first, then headline indicators, then shares; there is no status, because the year was not over.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  year              | int     | calendar year
-- param:  period            | text    | 2T..11T, Q1..Q4, T1..T12
-- param:  level             | text    | a level, or 'any'
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for narrow places
-- column: pillar_name       | text    | as on the screen
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: actual            | decimal | null = in words
-- column: actual_as_written | text    | short form of the document
-- column: actual_qualifier  | text    | exact, about, over, nearly, estimate; null = in words
-- column: as_of             | date    | null = not stated
-- column: actual_document   | text    | number, as it is cited
-- column: actual_locator    | text    | null = not given
-- column: target_op         | text    | of the year's target; null = none
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached in the year; null = no target
-- column: target_as_written | text    | null = no target
-- column: target_document   | text    | as it is cited; null = no target
-- column: target_locator    | text    | null = not given
-- column: lower_is_better   | boolean | the target is met from above; null = no target
-- column: gap               | decimal | result minus required, in the indicator's unit; null where one is missing
-- unique: indicator_id, level

select r.indicator_id, r.indicator_name, r.short_name, r.pillar_name, r.level, r.unit_of_measure, r.actual, r.actual_as_written,
    r.actual_qualifier, r.as_of,
    cited(r.actual_document, r.actual_self_stated, r.unit_name) as actual_document,
    r.actual_locator, t.target_op, t.target_low, t.target_high, t.required,
    t.target_as_written, t.target_document, t.target_locator, t.lower_is_better, t.gap
from figure as r
left join against_year as t
    on t.province_code = r.province_code and t.unit_id = r.unit_id and t.indicator_id = r.indicator_id and t.level = r.level
    and t.year = r.year and t.period = r.period
where r.province_code = $province_code and r.unit_id = $unit_id and r.year = $year and r.period = $period
    and r.has_result and $level in ('any', r.level)
order by t.target_as_written is null, r.rank <> 'headline', r.unit_of_measure <> '%', r.pillar_order, r.indicator_id, r.level
