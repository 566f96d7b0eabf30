-- Mục tiêu được chọn và kết quả được chọn của từng chỉ tiêu, đơn vị, cấp, năm, kỳ, trước khi so với ngày hôm nay.
--
-- required = the end of the target that must be reached: low for >=, >, = and a range (high for a range of a
-- lower-is-better indicator), high for <= and <. Defines the derived table current_figure.
--
-- internal: everything about a figure that does not depend on today's date
-- from: current_claim, indicator_catalogue, unit
-- column: province_code     | text    | province of the unit
-- column: year              | int     | calendar year
-- column: period            | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end        | date    | last day of the period
-- column: indicator_id      | text    | catalogue id
-- column: unit_id           | text    | unit as it was in the period
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: has_target        | boolean | a document sets a target
-- column: target_op         | text    | null = no target, or a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached; null = no number
-- column: lower_is_better   | boolean | the target is met from above
-- column: target_as_written | text    | null = no target
-- column: target_document   | text    | null = no target
-- column: target_locator    | text    | null = not given
-- column: has_result        | boolean | a document or an upload reports a result, be it in words
-- column: actual            | decimal | null = not reported, or in words
-- column: actual_as_written | text    | null = not reported
-- column: actual_qualifier  | text    | null = not reported, or in words
-- column: numerator         | decimal | null = not given
-- column: denominator       | decimal | null = not given
-- column: as_of             | date    | null = not reported
-- column: as_of_stated      | boolean | the document states the day; null = not reported
-- column: actual_document   | text    | null = not reported
-- column: actual_locator    | text    | null = not given
-- column: stated_status     | text    | what the document itself says; null = nothing
-- column: conflict          | boolean | another claim of the same document or day differs
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for chart labels
-- column: pillar            | text    | code
-- column: pillar_name       | text    | as on the screen
-- column: pillar_order      | int     | order of the plans' headings
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: direction         | text    | 'higher', 'lower', 'none'
-- column: rank              | text    | 'headline', 'supporting', 'context'
-- column: unit_name         | text    | with prefix
-- column: actual_low        | decimal | low end of a result that is a span; null otherwise
-- column: actual_high       | decimal | high end of a result that is a span; null otherwise
-- column: basis             | text    | 'measured', 'stated' or 'words'; null = not reported
-- unique: indicator_id, unit_id, level, year, period

create view figure_facts as
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
        max(low) filter (where kind = 'result' and chosen and actual is null) as actual_low,
        max(high) filter (where kind = 'result' and chosen and actual is null) as actual_high,
        max(basis) filter (where kind = 'result' and chosen) as basis,
        bool_or(standing = 'conflicting') as conflict
    from current_claim
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
        coalesce(p.target_op in ('<=', '<') or (p.target_op = 'range' and i.direction = 'lower'), false) as lower_is_better
    from paired as p
    join indicator_catalogue as i on i.indicator_id = p.indicator_id
    join unit as u on u.unit_id = p.unit_id
)
select province_code, year, period, period_end, indicator_id, unit_id, level, has_target, target_op, target_low,
    target_high, case when lower_is_better then target_high else target_low end as required, lower_is_better, target_as_written, target_document, target_locator, has_result, actual,
    actual_as_written, actual_qualifier, numerator, denominator, as_of, as_of_stated, actual_document, actual_locator,
    stated_status, conflict, indicator_name, short_name, pillar, pillar_name, pillar_order, unit_of_measure,
    direction, rank, unit_name, actual_low, actual_high, basis
from named
