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
-- column: period            | text    | period of the result, the newest of the year; N where there is none
-- column: actual_low        | decimal | low end of a result that is a span; null otherwise
-- column: actual_high       | decimal | high end of a result that is a span; null otherwise
-- column: basis             | text    | 'measured', 'stated', 'words'; null = not reported
-- column: as_of_stated      | boolean | the row states the day itself; null = not reported
-- column: mark              | text    | the status as shown: 'stated' for met by a document's word alone
-- column: disputed          | boolean | the document calls it otherwise than its figures say
-- unique: indicator_id, level

select f.indicator_id, f.indicator_name, f.short_name, f.unit_of_measure, f.level, f.target_low, f.target_high, f.required,
    f.target_as_written, f.target_op, f.target_document, f.target_locator, f.actual, f.actual_as_written, f.actual_qualifier,
    f.actual_document, f.actual_locator, f.as_of, f.gap, f.status, s.spread,
    f.period, f.actual_low, f.actual_high, f.basis, f.as_of_stated, f.mark, f.disputed
from level_spread as s
join figure_in_force as f
    on f.province_code = s.province_code and f.unit_id = s.unit_id and f.indicator_id = s.indicator_id and f.year = s.year
    and f.newest_in_year and f.level in ('province', 'district', 'commune')
where s.province_code = $province_code and s.unit_id = $unit_id and s.year = $year
order by s.steps desc, s.spread desc, f.indicator_id, case f.level when 'province' then 1 when 'district' then 2 else 3 end
