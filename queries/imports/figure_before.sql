-- Số liệu của các tỉnh và năm mà tệp chạm tới, và của năm liền trước, như trước khi ghi.
--
-- makes: figure_before
-- column: province_code     | text    | province of the unit
-- column: indicator_id      | text    | catalogue id
-- column: unit_id           | text    | unit as it was in the period
-- column: level             | text    | whose figure
-- column: year              | int     | calendar year
-- column: period            | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end        | date    | last day of the period
-- column: has_target        | boolean | a document sets a target
-- column: required          | decimal | the end that must be reached; null = no number
-- column: target_as_written | text    | null = no target
-- column: target_document   | text    | null = no target
-- column: has_result        | boolean | a document or an upload reports a result
-- column: actual            | decimal | null = not reported, or in words
-- column: actual_as_written | text    | null = not reported
-- column: actual_document   | text    | null = not reported
-- column: basis             | text    | 'measured', 'stated' or 'words'; null = not reported
-- column: status            | text    | met, near, missed, not_due, no_result, no_target
-- column: lower_is_better   | boolean | the target is met from above
-- column: target_self_stated | boolean | the unit states the target itself; null = no target

create temp table figure_before as
select province_code, indicator_id, unit_id, level, year, period, period_end, has_target, required, target_as_written, target_document,
    has_result, actual, actual_as_written, actual_document, basis, status, lower_is_better, target_self_stated
from figure
where province_code in (select unnest(getvariable('touched').provinces))
    and year between getvariable('touched').first - 1 and getvariable('touched').last
