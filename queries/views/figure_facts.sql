-- Mục tiêu được chọn và kết quả được chọn của từng chỉ tiêu, đơn vị, cấp, năm, kỳ, trước khi so với ngày hôm nay.
--
-- required = the end of the target that must be reached: low for >=, >, = and a range (high for a range of a
-- lower-is-better indicator), high for <= and <. Defines the derived table current_figure.
-- The target of a row is its own (has_target), else the one in force: of a whole year, the latest that was set for the row's
-- year or an earlier one, by the unit itself or by the province for its districts or communes; at one year the unit's own first.
-- A target that a unit states itself is in force in its own year, in later ones only where the province never set any.
-- to_date = what a part of the year says of the year so far: a state on a day and a cumulative count themselves; what happened
-- within the period is added from January on (counts; shares by numerators and denominators), only when no quarter, or no
-- month, before it is missing; months counted from January are that sum already. Null where the catalogue does not say.
-- newest_in_year marks, of the rows of one year, the result with the latest period end (the whole year before its last quarter).
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
-- column: has_target        | boolean | a document sets a target for this very period
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
-- column: target_year       | int     | year of the target it stands beside; null = none was set until then
-- column: due_end           | date    | last day by which that target is to be reached; null = none
-- column: accumulation      | text    | 'at_date', 'cumulative', 'within_period'; null = not known
-- column: newest_in_year    | boolean | the newest result of its year, or the year's target when there is none
-- column: to_date           | decimal | what the result says of its year so far; the result itself for a whole year; null = not known
-- column: target_self_stated | boolean | the target is the unit's own word; null = no target
-- column: actual_self_stated | boolean | the result is the unit's own word; null = not reported
-- unique: indicator_id, unit_id, level, year, period

create view figure_facts as
with paired as (
    select province_code, year, period, indicator_id, unit_id, level,
        bool_or(kind = 'target' and chosen) as has_target,
        max(op) filter (where kind = 'target' and chosen) as target_op,
        max(low) filter (where kind = 'target' and chosen) as target_low,
        max(high) filter (where kind = 'target' and chosen) as target_high,
        max(as_written) filter (where kind = 'target' and chosen) as target_as_written,
        max(document) filter (where kind = 'target' and chosen) as target_document,
        max(locator) filter (where kind = 'target' and chosen) as target_locator,
        bool_or(self_stated) filter (where kind = 'target' and chosen) as target_self_stated,
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
        bool_or(self_stated) filter (where kind = 'result' and chosen) as actual_self_stated,
        bool_or(standing = 'conflicting') as conflict
    from current_claim
    group by province_code, year, period, indicator_id, unit_id, level
    having bool_or(chosen)
),
named as (
    select p.*, i.name as indicator_name, i.short_name, i.pillar, i.pillar_name, i.pillar_order,
        i.unit_of_measure, i.direction, i.rank, i.accumulation, i.kind, u.name as unit_name, u.level as unit_level,
        last_day(make_date(p.year, case
            when p.period = 'N' then 12
            when p.period like 'Q_' then 3 * right(p.period, 1)::int
            when p.period like 'T%' then substr(p.period, 2)::int
            else replace(p.period, 'T', '')::int
        end, 1)) as period_end
    from paired as p
    join indicator_catalogue as i on i.indicator_id = p.indicator_id
    join unit as u on u.unit_id = p.unit_id
),
summed as (
    select *,
        case
            when actual is null then null
            when period = 'N' or accumulation in ('at_date', 'cumulative') then actual
            when accumulation = 'within_period' and period like '%T' then actual
            when accumulation = 'within_period' and count(actual) over so_far = regexp_extract(period, '[0-9]+')::int
                then case
                    when kind = 'count' then sum(actual) over so_far
                    when kind = 'ratio' and count(denominator) over so_far = count(actual) over so_far
                        then 100 * sum(numerator) over so_far / nullif(sum(denominator) over so_far, 0)
                end
        end::decimal(18, 4) as to_date
    from named
    window so_far as (
        partition by province_code, year, indicator_id, unit_id, level, kind_of_period(period)
        order by period_end rows between unbounded preceding and current row)
),
year_target as (
    select province_code, indicator_id, unit_id, level, year as target_year, op as target_op, low as target_low, high as target_high,
        as_written as target_as_written, document as target_document, locator as target_locator, self_stated
    from current_claim
    where kind = 'target' and chosen and period = 'N' and not inherited
),
candidate as (
    select n.province_code, n.year, n.period, n.indicator_id, n.unit_id, n.level, true as own, t as target
    from named as n
    join year_target as t
        on t.province_code = n.province_code and t.indicator_id = n.indicator_id and t.unit_id = n.unit_id and t.level = n.level
        and t.target_year <= n.year
    where not n.has_target
    union all
    select n.province_code, n.year, n.period, n.indicator_id, n.unit_id, n.level, false, t
    from named as n
    join (select * from year_target
          where level in ('district', 'commune') and unit_id in (select unit_id from unit where level = 'province')) as t
        on t.province_code = n.province_code and t.indicator_id = n.indicator_id and t.level = n.level and t.target_year <= n.year
    where not n.has_target and n.unit_level <> 'province' and n.level in ('district', 'commune')
),
in_force as (
    select province_code, year, period, indicator_id, unit_id, level, max_by(target, (not target.self_stated or target.target_year = year, target.target_year, own)) as target
    from candidate
    group by province_code, year, period, indicator_id, unit_id, level
),
beside as (
    select n.* replace (
            coalesce(n.target_op, f.target.target_op) as target_op,
            coalesce(n.target_low, f.target.target_low) as target_low,
            coalesce(n.target_high, f.target.target_high) as target_high,
            coalesce(n.target_as_written, f.target.target_as_written) as target_as_written,
            coalesce(n.target_document, f.target.target_document) as target_document,
            coalesce(n.target_locator, f.target.target_locator) as target_locator,
            coalesce(n.target_self_stated, f.target.self_stated) as target_self_stated),
        case when n.has_target then n.year else f.target.target_year end as target_year,
        row_number() over (
            partition by n.province_code, n.year, n.indicator_id, n.unit_id, n.level
            order by n.has_result desc, n.period_end desc, n.period <> 'N', n.period) = 1 as newest_in_year
    from summed as n
    left join in_force as f
        on f.province_code = n.province_code and f.year = n.year and f.period = n.period and f.indicator_id = n.indicator_id
        and f.unit_id = n.unit_id and f.level = n.level
),
directed as (
    select *, coalesce(target_op in ('<=', '<') or (target_op = 'range' and direction = 'lower'), false) as lower_is_better
    from beside
)
select province_code, year, period, period_end, indicator_id, unit_id, level, has_target, target_op, target_low,
    target_high, case when lower_is_better then target_high else target_low end as required, lower_is_better, target_as_written, target_document, target_locator, has_result, actual,
    actual_as_written, actual_qualifier, numerator, denominator, as_of, as_of_stated, actual_document, actual_locator,
    stated_status, conflict, indicator_name, short_name, pillar, pillar_name, pillar_order, unit_of_measure,
    direction, rank, unit_name, actual_low, actual_high, basis,
    target_year, case when has_target then period_end else make_date(target_year, 12, 31) end as due_end, accumulation, newest_in_year, to_date,
    target_self_stated, actual_self_stated
from directed
