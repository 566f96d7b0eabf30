-- Mục tiêu và kết quả của một chỉ tiêu qua các năm và kỳ, ở từng cấp.
--
-- Pages ask for all indicators of a territory at once: planning the question takes as long for one, and the next page asks about another.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  indicator_id      | text    | catalogue id, or 'any' for all
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: year              | int     | calendar year, ascending within a level
-- column: period            | text    | N, or a part of the year
-- column: period_end        | date    | last day of the period
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: has_target        | boolean | a document sets a target for this very period
-- column: target_year       | int     | year of the target in force; null = none was set until then
-- column: target_op         | text    | of the target in force; null = none, or a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached; null = none
-- column: lower_is_better   | boolean | the target is met from above
-- column: target_as_written | text    | null = none
-- column: target_document   | text    | as it is cited; null = none
-- column: target_locator    | text    | null = not given
-- column: has_result        | boolean | there is a result, be it in words
-- column: actual            | decimal | null = not reported, or in words
-- column: actual_low        | decimal | low end of a span; null otherwise
-- column: actual_high       | decimal | high end of a span; null otherwise
-- column: actual_as_written | text    | null = not reported
-- column: actual_qualifier  | text    | null = not reported, or in words
-- column: basis             | text    | 'measured', 'stated', 'words'; null = not reported
-- column: numerator         | decimal | null = not given
-- column: denominator       | decimal | null = not given
-- column: as_of             | date    | stated day, else day of the document; null = not reported, or neither is known
-- column: as_of_stated      | boolean | the row states the day itself; null = not reported
-- column: actual_document   | text    | as it is cited; null = not reported
-- column: actual_locator    | text    | null = not given
-- column: to_date           | decimal | what the result says of its year so far (quarters added where the catalogue says so); null = not known
-- column: comparable        | boolean | the result may be set against the target
-- column: still_running     | boolean | the target's last day is not over; null = no target
-- column: gap               | decimal | in the indicator's unit; null where a number is missing, or not comparable
-- column: status            | text    | met, near, missed, not_due, no_result, no_target
-- column: mark              | text    | the status as shown: 'stated' for met by a document's word alone
-- column: stated_status     | text    | what the document itself says; null = nothing
-- column: disputed          | boolean | the document calls it otherwise than its figures say
-- column: conflict          | boolean | another claim differs
-- column: newest_in_year    | boolean | the newest result of its year, or the year's target when there is none
-- column: target_self_stated | boolean | the unit states the target in force itself; null = no target
-- column: actual_self_stated | boolean | the unit states the result itself; null = not reported
-- column: due_end           | date    | last day by which the target in force is to be reached; null = none
-- column: decided_by        | text    | rule that decides the status, see figure_in_force
-- column: compared          | decimal | number that is set against required; null = none
-- column: compared_share    | double  | compared / required, as a share of 1; null = no two numbers, or required is 0
-- column: near_bound        | decimal | what is still near; null = no number
-- column: indicator_id      | text    | catalogue id
-- unique: indicator_id, level, year, period

select level, year, period, period_end, unit_of_measure, has_target, target_year, target_op, target_low, target_high, required,
    lower_is_better, target_as_written,
    cited(target_document, target_self_stated, unit_name) as target_document,
    target_locator, has_result, actual, actual_low, actual_high, actual_as_written,
    actual_qualifier, basis, numerator, denominator, as_of, as_of_stated,
    cited(actual_document, actual_self_stated, unit_name) as actual_document,
    actual_locator, to_date, comparable, still_running,
    gap, status, mark, stated_status, disputed, conflict, newest_in_year,
    target_self_stated, actual_self_stated, due_end, decided_by, compared, compared_share, near_bound, indicator_id
from figure_in_force
where province_code = $province_code and unit_id = $unit_id and ($indicator_id = 'any' or indicator_id = $indicator_id)
order by indicator_id, case level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end, year, period_end, period
