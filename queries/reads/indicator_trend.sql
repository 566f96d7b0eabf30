-- Mục tiêu và kết quả của một chỉ tiêu qua các năm, ở từng cấp.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  indicator_id      | text    | catalogue id
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: year              | int     | calendar year, ascending within a level
-- column: period            | text    | N first, then parts of the year
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: target_op         | text    | null = no target, or a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached; null = none
-- column: target_as_written | text    | null = no target
-- column: target_document   | text    | null = no target
-- column: target_locator    | text    | null = not given
-- column: actual            | decimal | null = not reported, or in words
-- column: actual_as_written | text    | null = not reported
-- column: actual_qualifier  | text    | null = not reported
-- column: numerator         | decimal | null = not given
-- column: denominator       | decimal | null = not given
-- column: as_of             | date    | null = not reported
-- column: actual_document   | text    | null = not reported
-- column: actual_locator    | text    | null = not given
-- column: gap               | decimal | in the indicator's unit; null where a number is missing
-- column: status            | text    | met, near, missed, not_due, no_result, no_target
-- column: stated_status     | text    | what the document itself says; null = nothing
-- column: conflict          | boolean | another claim differs
-- unique: level, year, period

select level, year, period, unit_of_measure, target_op, target_low, target_high, required, target_as_written, target_document, target_locator,
    actual, actual_as_written, actual_qualifier, numerator, denominator, as_of, actual_document, actual_locator,
    gap, status, stated_status, conflict
from figure
where province_code = $province_code and unit_id = $unit_id and indicator_id = $indicator_id
order by case level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end, year, period_end, period
