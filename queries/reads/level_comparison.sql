-- Các chỉ tiêu trong năm có mục tiêu khác nhau giữa các cấp: mỗi chỉ tiêu và cấp một dòng.
--
-- Chosen are shares with targets for at least two levels that are not all equal; indicators with a target of
-- its own at each level stand first, then the widest spread.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  year              | int     | calendar year
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for chart titles
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: level             | text    | 'province', 'district', 'commune'
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached; null = no target for this level
-- column: target_as_written | text    | null = no target
-- column: target_op         | text    | null = no target
-- column: target_document   | text    | null = no target
-- column: target_locator    | text    | null = not given
-- column: actual            | decimal | null = not reported, or in words
-- column: actual_as_written | text    | null = not reported
-- column: actual_qualifier  | text    | null = not reported
-- column: actual_document   | text    | null = not reported
-- column: actual_locator    | text    | null = not given
-- column: as_of             | date    | null = not reported
-- column: gap               | decimal | in the indicator's unit; null where a number is missing
-- column: status            | text    | met, near, missed, not_due, no_result, no_target
-- column: spread            | decimal | highest minus lowest target of the levels
-- unique: indicator_id, level

with of_year as (
    select *, max(required) over (partition by indicator_id) - min(required) over (partition by indicator_id) as spread,
        count(distinct required) over (partition by indicator_id) as steps
    from figure
    where province_code = $province_code and unit_id = $unit_id and year = $year and period = 'N'
        and level in ('province', 'district', 'commune') and unit_of_measure = '%'
)
select indicator_id, indicator_name, short_name, unit_of_measure, level, target_low, target_high, required, target_as_written, target_op,
    target_document, target_locator, actual, actual_as_written, actual_qualifier, actual_document,
    actual_locator, as_of, gap, status, spread
from of_year
where spread > 0
order by steps desc, spread desc, indicator_id, case level when 'province' then 1 when 'district' then 2 else 3 end
