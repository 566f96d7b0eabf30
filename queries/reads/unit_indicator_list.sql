-- Kết quả của từng đơn vị một cấp theo từng chỉ tiêu của một nhóm trong một kỳ, cùng trung vị của cấp.
--
-- Only what was reported: a unit without a row did not report the indicator, which is not zero.
--
-- param:  province_code      | text    | province
-- param:  level              | text    | 'district' or 'commune'
-- param:  year               | int     | calendar year
-- param:  period             | text    | N, 2T..11T, Q1..Q4, T1..T12
-- param:  pillar             | text    | code of the group of indicators, or 'any' for every group
-- column: pillar             | text    | code of the group
-- column: unit_id            | text    | unit as it was in the period
-- column: unit_name          | text    | with prefix
-- column: indicator_id       | text    | catalogue id
-- column: indicator_name     | text    | full name
-- column: short_name         | text    | for narrow places
-- column: unit_of_measure    | text    | '%', 'người' ...
-- column: level              | text    | the level asked for
-- column: year               | int     | the year asked for
-- column: period             | text    | the period asked for
-- column: has_result         | boolean | true: reported, be it in words
-- column: actual             | double  | in the indicator's unit; null = in words
-- column: actual_low         | double  | low end of a result that is a span; null otherwise
-- column: actual_high        | double  | high end of a result that is a span; null otherwise
-- column: actual_as_written  | text    | short form of the document
-- column: actual_qualifier   | text    | null = exact, or in words
-- column: basis              | text    | 'measured', 'stated' or 'words'
-- column: actual_document    | text    | number, as it is cited
-- column: target_year        | int     | year of the target in force; null = none
-- column: target_op          | text    | null = none
-- column: target_low         | double  | null = none
-- column: target_high        | double  | null = none
-- column: required           | double  | the end that must be reached; null = none
-- column: target_as_written  | text    | null = none
-- column: lower_is_better    | boolean | the target is met from above
-- column: gap                | double  | null = no number, no target, or not comparable
-- column: to_date            | double  | what the result says of its year so far, which the year's target judges; null = not known
-- column: mark               | text    | the status as it is shown
-- column: disputed           | boolean | the document calls it otherwise than its figures say
-- column: median             | double  | of all units with a number; null = no unit has one
-- column: units              | bigint  | units with a number; null = none
-- column: as_of              | date    | day of the result
-- column: as_of_stated       | boolean | the row states that day
-- unique: unit_id, indicator_id

select f.pillar, f.unit_id, f.unit_name, f.indicator_id, f.indicator_name, f.short_name, f.unit_of_measure, f.level, f.year::int as year, f.period, f.has_result,
    f.actual::double as actual, f.actual_low::double as actual_low, f.actual_high::double as actual_high, f.actual_as_written, f.actual_qualifier, f.basis,
    cited(f.actual_document, f.actual_self_stated, f.unit_name) as actual_document,
    f.target_year, f.target_op, f.target_low::double as target_low, f.target_high::double as target_high, f.required::double as required, f.target_as_written, f.lower_is_better, f.gap::double as gap, f.to_date::double as to_date, f.mark, f.disputed,
    s.median, s.units, f.as_of, f.as_of_stated
from figure_in_force as f
join unit as u on u.unit_id = f.unit_id and u.level = f.level
left join current_spread as s
    on s.units_of = 'then' and s.province_code = $province_code and s.level = $level and s.year = $year and s.period = $period
    and s.indicator_id = f.indicator_id
where f.province_code = $province_code and f.level = $level and f.year = $year and f.period = $period and ($pillar = 'any' or f.pillar = $pillar) and f.has_result
order by f.unit_name collate vi, f.unit_id, f.indicator_id
