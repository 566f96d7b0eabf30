-- Mục tiêu của năm chưa có kết quả: kết quả gần nhất trước đó còn cách mục tiêu bao nhiêu.
--
-- Order: the share of the target that is lacking, largest first; a target that the result equals comes last.
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
-- column: lower_is_better   | boolean | the target is met from above
-- column: target_as_written | text    | short form of the document
-- column: from_year         | int     | year of the last result
-- column: actual            | decimal | that earlier result
-- column: actual_as_written | text    | its short form in the document
-- column: actual_qualifier  | text    | exact, about, over, nearly, estimate
-- column: actual_document   | text    | number of the document that states it
-- column: actual_locator    | text    | null = not given
-- column: as_of             | date    | day of that result; null = not stated
-- column: gap               | decimal | that result minus the required value
-- column: lacking_share     | double  | what is lacking, as a share of the required value; 0 = nothing; null = the required value is 0
-- column: status            | text    | 'no_result' or 'not_due'
-- unique: indicator_id, level

select f.indicator_id, f.short_name, f.level, f.unit_of_measure, f.target_op, f.target_low, f.target_high, f.required,
    f.lower_is_better, f.target_as_written, p.from_year, p.from_value as actual, p.from_as_written as actual_as_written,
    p.from_qualifier as actual_qualifier, p.from_document as actual_document, p.from_locator as actual_locator, p.from_as_of as as_of,
    p.from_gap as gap, p.from_gap_share as lacking_share, f.status
from figure as f
join straight_path as p
    on p.province_code = f.province_code and p.unit_id = f.unit_id and p.indicator_id = f.indicator_id
    and p.level = f.level and p.year = f.year
where f.province_code = $province_code and f.unit_id = $unit_id and f.year = $year and f.period = 'N'
    and f.rank = 'headline' and f.actual is null and $level in ('any', f.level)
order by lacking_share desc nulls first, f.indicator_id, f.level
