-- Mục tiêu của năm chưa có kết quả: kết quả gần nhất trước đó còn cách mục tiêu bao nhiêu.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  year              | int     | calendar year
-- param:  level             | text    | a level, or 'any'
-- column: indicator_id      | text    | catalogue id
-- column: short_name        | text    | for chart labels
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: target_op         | text    | >=, >, =, <=, <, range
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached
-- column: target_as_written | text    | short form of the document
-- column: from_year         | int     | year of the last result
-- column: actual            | decimal | that earlier result
-- column: actual_as_written | text    | always null: the earlier result has a number
-- column: gap               | decimal | that result minus the required value
-- column: status            | text    | 'no_result' or 'not_due'
-- unique: indicator_id, level

select f.indicator_id, f.short_name, f.level, f.unit_of_measure, f.target_op, f.target_low, f.target_high, f.required, f.target_as_written,
    p.from_year, p.from_value as actual, null::varchar as actual_as_written, p.from_value - f.required as gap, f.status
from figure as f
join straight_path as p
    on p.province_code = f.province_code and p.unit_id = f.unit_id and p.indicator_id = f.indicator_id
    and p.level = f.level and p.year = f.year
where f.province_code = $province_code and f.unit_id = $unit_id and f.year = $year and f.period = 'N'
    and f.rank = 'headline' and f.actual is null and $level in ('any', f.level)
order by abs(p.from_value - f.required) / nullif(abs(f.required), 0) desc, f.indicator_id, f.level
