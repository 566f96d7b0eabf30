-- Mục tiêu và kết quả cạnh nhau: mỗi chỉ tiêu, đơn vị, cấp, năm, kỳ một dòng.
--
-- published
-- from: figure
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: pillar            | text    | name of the pillar
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: unit_id           | text    | unit as it was in the period
-- column: unit_name         | text    | with prefix
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: year              | int     | calendar year
-- column: period            | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: target_op         | text    | >=, >, =, <=, <, range; null = no target, or a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: target_as_written | text    | null = no target
-- column: target_document   | text    | null = no target
-- column: target_locator    | text    | null = not given
-- column: actual            | decimal | in the indicator's unit; null = not reported, or in words
-- column: actual_as_written | text    | null = not reported
-- column: actual_qualifier  | text    | exact, about, over, nearly, estimate; null = not reported, or in words
-- column: numerator         | decimal | null = not given
-- column: denominator       | decimal | null = not given
-- column: as_of             | date    | stated day, else day of the document; null = not reported
-- column: actual_document   | text    | null = not reported
-- column: actual_locator    | text    | null = not given
-- column: gap               | decimal | actual minus the required end of the target, in the indicator's unit
-- column: status            | text    | met, near, missed, not_due, no_result, no_target
-- column: conflict          | boolean | another claim of the same document or day differs
-- column: actual_low        | decimal | low end of a result that is a span; null otherwise
-- column: actual_high       | decimal | high end of a result that is a span; null otherwise
-- column: basis             | text    | 'measured', 'stated' (the document says it is met and gives no number of its own) or 'words'; null = not reported
-- column: stated_status     | text    | 'met' or 'missed' where the document itself says so; null = it does not
-- column: as_of_stated      | boolean | as_of is the day that the row states; false = the day of its document, or none; null = not reported
-- column: target_self_stated | boolean | the unit states its target itself (nobody in charge of the whole province brought it); null = no target
-- column: actual_self_stated | boolean | the unit states its result itself; null = not reported
-- unique: indicator_id, unit_id, level, year, period

create view target_vs_actual as
select indicator_id, indicator_name, pillar_name as pillar, unit_of_measure, unit_id, unit_name, level, year, period,
    target_op, target_low, target_high, target_as_written, target_document, target_locator,
    actual, actual_as_written, actual_qualifier, numerator, denominator, as_of, actual_document, actual_locator,
    gap, status, conflict, actual_low, actual_high, basis, stated_status, as_of_stated, target_self_stated, actual_self_stated
from figure
