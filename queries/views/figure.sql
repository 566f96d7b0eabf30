-- Mục tiêu, kết quả, chênh lệch và trạng thái của từng chỉ tiêu theo đơn vị, cấp, năm và kỳ.
--
-- Judged in figure_in_force; here a row stands beside the target of its very own period only, as its documents put it.
-- What has none is a result without a target.
--
-- from: figure_in_force
-- internal: target_vs_actual with its inputs, the province and the catalogue
-- column: province_code      | text    | province of the unit
-- column: indicator_id       | text    | catalogue id
-- column: unit_id            | text    | unit as it was in the period
-- column: level              | text    | 'province', 'district', 'commune' or 'all'
-- column: year               | int     | calendar year
-- column: period             | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end         | date    | last day of the period
-- column: has_target         | boolean | a document sets a target
-- column: target_op          | text    | null = no target, or a milestone
-- column: target_low         | decimal | null = none
-- column: target_high        | decimal | null = none
-- column: required           | decimal | the end that must be reached; null = no number
-- column: target_as_written  | text    | null = no target
-- column: target_document    | text    | null = no target
-- column: target_locator     | text    | null = not given
-- column: has_result         | boolean | a document or an upload reports a result, be it in words
-- column: actual             | decimal | null = not reported, or in words
-- column: actual_as_written  | text    | null = not reported
-- column: actual_qualifier   | text    | null = not reported, or in words
-- column: numerator          | decimal | null = not given
-- column: denominator        | decimal | null = not given
-- column: as_of              | date    | null = not reported
-- column: actual_document    | text    | null = not reported
-- column: actual_locator     | text    | null = not given
-- column: stated_status      | text    | what the document itself says; null = nothing
-- column: lower_is_better    | boolean | the target is met from above
-- column: gap                | decimal | actual - required; null where one of them has no number
-- column: gap_share          | double  | null where one of them has no number, or required is 0 and the result is not
-- column: status             | text    | 'met', 'near', 'missed', 'not_due', 'no_result', 'no_target'
-- column: conflict           | boolean | another claim of the same document or day differs
-- column: indicator_name     | text    | full name
-- column: short_name         | text    | for chart labels
-- column: pillar             | text    | code
-- column: pillar_name        | text    | as on the screen
-- column: pillar_order       | int     | order of the plans' headings
-- column: unit_of_measure    | text    | '%', 'người' ...
-- column: direction          | text    | 'higher', 'lower', 'none'
-- column: rank               | text    | 'headline', 'supporting', 'context'
-- column: unit_name          | text    | with prefix
-- column: actual_low         | decimal | low end of a result that is a span; null otherwise
-- column: actual_high        | decimal | high end of a result that is a span; null otherwise
-- column: basis              | text    | 'measured', 'stated' or 'words'; null = not reported
-- column: as_of_stated       | boolean | as_of is the day that the row states, not the day of its document; null = not reported
-- column: target_self_stated | boolean | the target is the unit's own word; null = no target
-- column: actual_self_stated | boolean | the result is the unit's own word; null = not reported
-- unique: indicator_id, unit_id, level, year, period

create view figure as
select province_code, indicator_id, unit_id, level, year, period, period_end, has_target,
    case when has_target then target_op end as target_op, case when has_target then target_low end as target_low,
    case when has_target then target_high end as target_high, case when has_target then required end as required,
    case when has_target then target_as_written end as target_as_written,
    case when has_target then target_document end as target_document,
    case when has_target then target_locator end as target_locator, has_result, actual, actual_as_written, actual_qualifier,
    numerator, denominator, as_of, actual_document, actual_locator, stated_status,
    has_target and lower_is_better as lower_is_better, case when has_target then gap end as gap, case when has_target then gap_share end as gap_share,
    case when has_target then status else 'no_target' end as status, conflict, indicator_name, short_name, pillar,
    pillar_name, pillar_order, unit_of_measure, direction, rank, unit_name, actual_low, actual_high, basis, as_of_stated,
    case when has_target then target_self_stated end as target_self_stated, actual_self_stated
from figure_in_force
