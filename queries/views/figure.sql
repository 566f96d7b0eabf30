-- Mục tiêu, kết quả, chênh lệch và trạng thái của từng chỉ tiêu theo đơn vị, cấp, năm và kỳ.
--
-- The one place that computes gap and status.
--   required = the end of the target that must be reached: low for >=, >, = and a range (high for a range
--              of a lower-is-better indicator), high for <= and <.
--   gap      = actual - required, in the indicator's unit (for a share: percentage points).
--   met      = the result satisfies the target as written: > and < are strict, a range is met from its low
--              end up. "trên x" (over) lies above x and satisfies > x; "gần x" (nearly) lies below x and does
--              not satisfy >= x.
--   near     = not met, and actual >= 90% of required (lower is better: <= 110%); missed = below that.
--   not_due  = the period is not over and there is no final result; no_result = over, and no result.
--   A result without a number takes the status that its document states; without one it counts as no_result.
--
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
-- column: actual_qualifier   | text    | null = not reported
-- column: numerator          | decimal | null = not given
-- column: denominator        | decimal | null = not given
-- column: as_of              | date    | null = not reported
-- column: actual_document    | text    | null = not reported
-- column: actual_locator     | text    | null = not given
-- column: stated_status      | text    | what the document itself says; null = nothing
-- column: gap                | decimal | actual - required; null where one of them has no number
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
-- unique: indicator_id, unit_id, level, year, period

create view figure as
with paired as (
    select province_code, year, period, indicator_id, unit_id, level,
        bool_or(kind = 'target') as has_target,
        max(op) filter (where kind = 'target' and chosen) as target_op,
        max(low) filter (where kind = 'target' and chosen) as target_low,
        max(high) filter (where kind = 'target' and chosen) as target_high,
        max(as_written) filter (where kind = 'target' and chosen) as target_as_written,
        max(document) filter (where kind = 'target' and chosen) as target_document,
        max(locator) filter (where kind = 'target' and chosen) as target_locator,
        bool_or(kind = 'result') as has_result,
        max(actual) filter (where kind = 'result' and chosen) as actual,
        max(as_written) filter (where kind = 'result' and chosen) as actual_as_written,
        max(qualifier) filter (where kind = 'result' and chosen) as actual_qualifier,
        max(numerator) filter (where kind = 'result' and chosen) as numerator,
        max(denominator) filter (where kind = 'result' and chosen) as denominator,
        max(as_of) filter (where kind = 'result' and chosen) as as_of,
        bool_or(as_of_stated) filter (where kind = 'result' and chosen) as as_of_stated,
        max(document) filter (where kind = 'result' and chosen) as actual_document,
        max(locator) filter (where kind = 'result' and chosen) as actual_locator,
        max(stated_status) filter (where kind = 'result' and chosen) as stated_status,
        bool_or(standing = 'conflicting') as conflict
    from claim
    group by province_code, year, period, indicator_id, unit_id, level
),
named as (
    select p.*, i.name as indicator_name, i.short_name, i.pillar, i.pillar_name, i.pillar_order,
        i.unit_of_measure, i.direction, i.rank, u.name as unit_name,
        last_day(make_date(p.year, case
            when p.period = 'N' then 12
            when p.period like 'Q_' then 3 * right(p.period, 1)::int
            when p.period like 'T%' then substr(p.period, 2)::int
            else replace(p.period, 'T', '')::int
        end, 1)) as period_end,
        coalesce(p.target_op in ('<=', '<') or (p.target_op in ('range', '=') and i.direction = 'lower'), false) as lower_is_better
    from paired as p
    join indicator_catalogue as i on i.indicator_id = p.indicator_id
    join unit as u on u.unit_id = p.unit_id
),
measured as (
    select *,
        case when lower_is_better and target_op <> '=' then target_high else target_low end as required,
        period_end >= cast(timezone('Asia/Ho_Chi_Minh', now()) as date) as still_running
    from named
),
compared as (
    select *,
        actual - required as gap,
        case
            when target_op = '=' then actual = required and actual_qualifier not in ('over', 'nearly')
            when lower_is_better and (target_op = '<' and actual_qualifier <> 'nearly' or actual_qualifier = 'over')
                then actual < required
            when lower_is_better then actual <= required
            when target_op = '>' and actual_qualifier <> 'over' or actual_qualifier = 'nearly' then actual > required
            else actual >= required
        end as satisfied,
        case
            when lower_is_better then actual <= required * 1.1
            when target_op = '=' then actual between required * 0.9 and required * 1.1
            else actual >= required * 0.9
        end as within_a_tenth
    from measured
)
select province_code, indicator_id, unit_id, level, year, period, period_end,
    has_target, target_op, target_low, target_high, required, target_as_written, target_document, target_locator,
    has_result, actual, actual_as_written, actual_qualifier, numerator, denominator, as_of, actual_document, actual_locator,
    stated_status, gap,
    case
        when not has_target then 'no_target'
        when still_running and (not has_result or actual_qualifier = 'estimate' or as_of_stated) then 'not_due'
        when not has_result then 'no_result'
        when gap is null then coalesce(stated_status, 'no_result')
        when satisfied then 'met'
        when within_a_tenth then 'near'
        else 'missed'
    end as status,
    conflict, indicator_name, short_name, pillar, pillar_name, pillar_order, unit_of_measure, direction, rank, unit_name
from compared
