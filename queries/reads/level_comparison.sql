-- Các chỉ tiêu trong năm có mục tiêu khác nhau giữa các cấp: mỗi chỉ tiêu và cấp một dòng.
--
-- Beside each target stands the newest result of the year, whatever its period; in a level without a target of the year, the last
-- one in force (target_year). Chosen are shares with targets for at least two levels that are not all equal; indicators with a target of
-- its own at each level stand first, then the widest spread.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  year              | int     | calendar year; 0 for all
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for chart titles
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: level             | text    | 'province', 'district', 'commune'
-- column: year              | int     | the year in which they differ
-- column: period            | text    | period of the result; N where there is none
-- column: target_year       | int     | year of the target; null = no target for this level
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached; null = no target for this level
-- column: target_as_written | text    | null = no target
-- column: target_op         | text    | null = no target
-- column: target_document   | text    | as it is cited; null = no target
-- column: target_locator    | text    | null = not given
-- column: has_result        | boolean | there is a result, be it in words
-- column: actual            | decimal | null = not reported, or in words
-- column: actual_low        | decimal | low end of a span; null otherwise
-- column: actual_high       | decimal | high end of a span; null otherwise
-- column: actual_as_written | text    | null = not reported
-- column: actual_qualifier  | text    | null = not reported
-- column: actual_document   | text    | as it is cited; null = not reported
-- column: actual_locator    | text    | null = not given
-- column: basis             | text    | 'measured', 'stated', 'words'; null = not reported
-- column: as_of             | date    | stated day, else day of the document; null = not reported, or neither is known
-- column: as_of_stated      | boolean | the row states the day itself; null = not reported
-- column: gap               | decimal | in the indicator's unit; null where a number is missing
-- column: to_date           | decimal | what the result says of its year so far, which the year's target judges; null = not known, or never reported
-- column: status            | text    | met, near, missed, not_due, no_result, no_target
-- column: mark              | text    | the status as shown: 'stated' for met by a document's word alone
-- column: disputed          | boolean | the document calls it otherwise than its figures say
-- column: spread            | decimal | highest minus lowest target of the levels
-- unique: year, indicator_id, level

select f.indicator_id, f.indicator_name, f.short_name, f.unit_of_measure, f.level, f.year::int as year, f.period, f.target_year, f.target_low,
    f.target_high, f.required, f.target_as_written, f.target_op,
    cited(f.target_document, f.target_self_stated, f.unit_name) as target_document,
    f.target_locator, f.has_result, f.actual, f.actual_low,
    f.actual_high, f.actual_as_written, f.actual_qualifier,
    cited(f.actual_document, f.actual_self_stated, f.unit_name) as actual_document,
    f.actual_locator, f.basis, f.as_of, f.as_of_stated, f.gap, f.to_date,
    f.status, f.mark, f.disputed, s.spread
from level_spread as s
join figure_in_force as f
    on f.province_code = s.province_code and f.unit_id = s.unit_id and f.indicator_id = s.indicator_id and f.year = s.year
    and f.newest_in_year and f.level in ('province', 'district', 'commune')
where s.province_code = $province_code and s.unit_id = $unit_id and ($year = 0 or s.year = $year)
order by s.year, s.steps desc, s.spread desc, f.indicator_id, case f.level when 'province' then 1 when 'district' then 2 else 3 end
