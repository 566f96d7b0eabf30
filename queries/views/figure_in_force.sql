-- Mỗi kết quả bên cạnh mục tiêu đang có hiệu lực: của chính kỳ, của cả năm, hoặc mục tiêu gần nhất đặt cho năm trước.
--
-- The one place that computes gap and status.
--   required   = the end of the target that must be reached, see figure_facts.
--   comparable = the target is the row's own, the result is one of a whole year, or the catalogue says what a part of the year
--                says of the year so far (to_date); otherwise nobody can tell, and there is neither gap nor verdict.
--   gap        = actual (of a part of the year: to_date) - required, in the indicator's unit (for a share: percentage points).
--   met        = the result satisfies the target as written: > and < are strict, a range is met from its low
--                end up. "trên x" (over) lies above x and satisfies > x; "gần x" (nearly) lies below x and does
--                not satisfy >= x. A part of a running year may meet the year's target already, except a cumulative
--                count that is to stay low.
--   near       = not met, and actual >= 90% of required (lower is better: <= 110%; an exact target: within a
--                tenth on either side); missed = beyond that.
--   not_due    = the target's last day is not over and there is no final result; no_result = over, and no comparable result.
--   A result without a number takes the status that its document states; without one it counts as no_result.
--   decided_by = which of these rules speaks; the status follows from it alone, and so do the words that explain it to a reader:
--                'no_target'; before the target's last day 'unreported', 'not_yet_comparable', 'estimate', 'day_within' (of a whole year
--                that is not over), 'may_grow' (a cumulative count that is to stay low), 'not_yet'; after it 'overdue', 'not_comparable';
--                'stated', 'no_number'; and with two numbers 'satisfied', 'within_a_tenth', 'beyond'.
--
-- from: current_figure
-- internal: every result of any period, and every target without one, judged by the target in force
-- column: province_code      | text    | province of the unit
-- column: indicator_id       | text    | catalogue id
-- column: unit_id            | text    | unit as it was in the period
-- column: level              | text    | 'province', 'district', 'commune' or 'all'
-- column: year               | int     | calendar year
-- column: period             | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end         | date    | last day of the period
-- column: has_target         | boolean | a document sets a target for this very period
-- column: target_year        | int     | year of the target in force; null = none was set until then
-- column: due_end            | date    | last day by which it is to be reached; null = none
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
-- column: comparable         | boolean | the result may be set against the target: same period, or a part of the year that stands for the whole
-- column: still_running      | boolean | the day by which the target is to be reached is not over; null = no target
-- column: gap                | decimal | actual - required; null where one of them has no number, or they are not comparable
-- column: gap_share          | double  | null where one of them has no number, or required is 0 and the result is not
-- column: status             | text    | 'met', 'near', 'missed', 'not_due', 'no_result', 'no_target'
-- column: mark               | text    | the status as it is shown: 'stated' for met by a document's word without a number, else the status
-- column: disputed           | boolean | the document calls it otherwise than its figures say
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
-- column: accumulation       | text    | 'at_date', 'cumulative', 'within_period'; null = not known
-- column: newest_in_year     | boolean | the newest result of its year, or the year's target when there is none
-- column: to_date            | decimal | what the result says of its year so far; null = not known
-- column: target_self_stated | boolean | the target is the unit's own word; null = no target
-- column: actual_self_stated | boolean | the result is the unit's own word; null = not reported
-- column: decided_by         | text    | rule that decides the status, see above
-- column: compared           | decimal | number that is set against required: the result, or what it says of its year so far; null = none
-- column: compared_share     | double  | compared / required, as a share of 1; null where one of them has no number, or required is 0
-- column: near_bound         | decimal | what is still near: 90% of required (lower is better: 110%); null = no number
-- unique: indicator_id, unit_id, level, year, period
-- example: current_figure(required=50, actual=50) => gap=0, gap_share=0, status=met
-- example: current_figure(required=50, actual=45) => gap=-5, gap_share=0.1, status=near, decided_by=within_a_tenth, compared_share=0.9, near_bound=45
-- example: current_figure(required=50, actual=44.99) => status=missed
-- example: current_figure(required=50, actual=0) => gap=-50, gap_share=1, status=missed
-- example: current_figure(required=0, actual=0, numerator=0, denominator=120) => gap=0, gap_share=0, status=met
-- example: current_figure(required=0, actual=4, lower_is_better=true, target_op=<=) => gap=4, gap_share=null, status=missed
-- example: current_figure(required=10, actual=11, lower_is_better=true, target_op=<=) => gap=1, gap_share=0.1, status=near
-- example: current_figure(required=50, has_result=false) => gap=null, status=no_result, decided_by=overdue
-- example: current_figure(required=50, actual=null, stated_status=met) => gap=null, status=met
-- example: current_figure(period=Q3, has_target=false, required=70, actual=80, to_date=80, accumulation=at_date) => gap=10, status=met
-- example: current_figure(period=Q3, has_target=false, required=70, actual=80) => gap=null, status=no_result
-- example: current_figure(period=Q3, has_target=false, required=70, actual=30, to_date=75, accumulation=within_period) => gap=5, status=met
-- example: current_figure(required=70, actual=70, basis=stated) => status=met, mark=stated
-- example: current_figure(required=40, actual=40, stated_status=missed) => status=met, disputed=true

create view figure_in_force as
with measured as (
    select *,
        has_target or period = 'N' or to_date is not null
            or coalesce(actual is null and accumulation in ('at_date', 'cumulative'), false) as comparable,
        case when has_target or period = 'N' then actual else to_date end as compared,
        due_end >= today_in_vietnam() as still_running
    from current_figure
),
set_against as (
    select *,
        compared - required as gap,
        case
            when target_op = '=' then compared = required and actual_qualifier not in ('over', 'nearly')
            when lower_is_better and (target_op = '<' and actual_qualifier <> 'nearly' or actual_qualifier = 'over')
                then compared < required
            when lower_is_better then compared <= required
            when target_op = '>' and actual_qualifier <> 'over' or actual_qualifier = 'nearly' then compared > required
            else compared >= required
        end as satisfied,
        case
            when target_op = '=' then compared between required * 0.9 and required * 1.1
            when lower_is_better then compared <= required * 1.1
            else compared >= required * 0.9
        end as within_a_tenth
    from measured
),
judged as (
    select *,
        case
            when target_year is null then 'no_target'
            when still_running and not has_result then 'unreported'
            when still_running and not comparable then 'not_yet_comparable'
            when still_running and actual_qualifier = 'estimate' then 'estimate'
            when still_running and period_end >= due_end and as_of_stated then 'day_within'
            when still_running and period_end < due_end and lower_is_better and accumulation = 'cumulative' then 'may_grow'
            when still_running and period_end < due_end and satisfied is not true then 'not_yet'
            when not has_result then 'overdue'
            when not comparable then 'not_comparable'
            when gap is null then case when stated_status is null then 'no_number' else 'stated' end
            when satisfied then 'satisfied'
            when within_a_tenth then 'within_a_tenth'
            else 'beyond'
        end as decided_by
    from set_against
),
in_words as (
    -- one look for the word: a case would have the whole of decided_by stand in every branch, and be planned so
    select *,
        coalesce(
            map {
                'no_target': 'no_target', 'unreported': 'not_due', 'not_yet_comparable': 'not_due', 'estimate': 'not_due', 'day_within': 'not_due',
                'may_grow': 'not_due', 'not_yet': 'not_due', 'overdue': 'no_result', 'not_comparable': 'no_result', 'no_number': 'no_result',
                'satisfied': 'met', 'within_a_tenth': 'near', 'beyond': 'missed'
            }[decided_by], stated_status
        ) as status
    from judged
)
select province_code, indicator_id, unit_id, level, year, period, period_end,
    has_target, target_year, due_end, target_op, target_low, target_high, required, target_as_written, target_document, target_locator,
    has_result, actual, actual_as_written, actual_qualifier, numerator, denominator, as_of, actual_document, actual_locator,
    stated_status, lower_is_better, comparable, still_running, gap,
    case when gap = 0 then 0 else abs(gap) / nullif(abs(required), 0) end::double as gap_share, status,
    case when status = 'met' and basis = 'stated' then 'stated' else status end as mark,
    coalesce(status in ('met', 'near', 'missed') and (status = 'met') <> (stated_status = 'met') and (status <> 'near' or stated_status = 'met'), false)
        as disputed,
    conflict, indicator_name, short_name, pillar, pillar_name, pillar_order, unit_of_measure, direction, rank, unit_name,
    actual_low, actual_high, basis, as_of_stated, accumulation, newest_in_year, to_date,
    target_self_stated, actual_self_stated,
    decided_by, compared, compared / nullif(required, 0)::double as compared_share,
    case when lower_is_better then required * 1.1 else required * 0.9 end as near_bound
from in_words
