-- Mục tiêu chưa đạt hoặc gần đạt, thiếu nhiều nhất đứng trước.
--
-- Order: a result in words that its document calls missed, then the share of the target that is lacking.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  year              | int     | calendar year
-- param:  level             | text    | a level, or 'any'
-- column: indicator_id      | text    | catalogue id
-- column: short_name        | text    | for chart labels
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached; null = a milestone
-- column: lower_is_better   | boolean | the target is met from above
-- column: target_as_written | text    | short form of the document
-- column: target_op         | text    | null = a milestone
-- column: actual            | decimal | null = in words
-- column: actual_as_written | text    | short form of the document
-- column: actual_qualifier  | text    | exact, about, over, nearly, estimate; null = in words
-- column: gap               | decimal | in the indicator's unit; null = in words
-- column: lacking_share     | double  | what is lacking, as a share of the required value; null = in words, or the required value is 0
-- column: status            | text    | 'missed' or 'near'
-- unique: indicator_id, level

select indicator_id, short_name, level, unit_of_measure, target_low, target_high, required, lower_is_better,
    target_as_written, target_op, actual, actual_as_written, actual_qualifier, gap,
    gap_share as lacking_share, status
from figure
where province_code = $province_code and unit_id = $unit_id and year = $year and period = 'N'
    and status in ('missed', 'near') and rank = 'headline' and $level in ('any', level)
order by gap is not null, lacking_share desc nulls first, indicator_id, level
