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
-- Joins and sums of a whole year rather than windows over every row, and sums so far only where the catalogue asks for them: the
-- windows took two thirds of the time. The catalogue's texts come last, and rows stay in the order of their claims.
-- The planner takes what this very transaction wrote for no rows at all, and would put all figures into a table to look up a catalogue's few
-- rows in it. A part that never has a row, but is thought to have many, keeps it from that.
--
-- internal: everything about a figure that does not depend on today's date
-- from: claim_in_slice, current_claim, indicator_catalogue, unit
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
with target as not materialized (
    select province_code, year, period, indicator_id, unit_id, level, op, low, high, as_written, document, locator, self_stated
    from claim_in_slice
    where kind = 'target' and chosen
),
result as not materialized (
    select province_code, year, period, indicator_id, unit_id, level, actual, as_written, qualifier, numerator, denominator, as_of,
        as_of_stated, document, locator, stated_status, case when actual is null then low end as low,
        case when actual is null then high end as high, basis, self_stated
    from claim_in_slice
    where kind = 'result' and chosen
    union all by name
    select range::varchar as province_code, (range % 9)::smallint as year from range(200000) where random() > 2  -- no row: see above
),
conflicting as (
    select distinct province_code, year, period, indicator_id, unit_id, level from claim_in_slice where standing = 'conflicting'
),
chosen as (
    select coalesce(r.province_code, t.province_code) as province_code, coalesce(r.year, t.year) as year, coalesce(r.period, t.period) as period,
        coalesce(r.indicator_id, t.indicator_id) as indicator_id, coalesce(r.unit_id, t.unit_id) as unit_id, coalesce(r.level, t.level) as level,
        t.as_written is not null as has_target, t.op as target_op, t.low as target_low, t.high as target_high,
        t.as_written as target_as_written, t.document as target_document, t.locator as target_locator, t.self_stated as target_self_stated,
        r.as_written is not null as has_result, r.actual, r.as_written as actual_as_written, r.qualifier as actual_qualifier,
        r.numerator, r.denominator, r.as_of, r.as_of_stated, r.document as actual_document, r.locator as actual_locator,
        r.stated_status, r.low as actual_low, r.high as actual_high, r.basis, r.self_stated as actual_self_stated
    from result as r
    full join target as t
        on t.province_code = r.province_code and t.year = r.year and t.period = r.period and t.indicator_id = r.indicator_id
        and t.unit_id = r.unit_id and t.level = r.level
),
dated as (
    select *,
        last_day(make_date(year, case
            when period = 'N' then 12
            when period like 'Q_' then 3 * right(period, 1)::int
            when period like 'T%' then substr(period, 2)::int
            else replace(period, 'T', '')::int
        end, 1)) as period_end
    from chosen
),
named as materialized (
    select p.*, i.accumulation, i.kind, u.level as unit_level,
        100 * has_result::int + 4 * month(period_end)  -- of one year: a result, the later end, then N, nT, Q, T
            + case when period = 'N' then 3 when period like '%T' then 2 when period like 'Q%' then 1 else 0 end as recency
    from dated as p
    join indicator_catalogue as i on i.indicator_id = p.indicator_id
    join unit as u on u.unit_id = p.unit_id
),
summed as (  -- what happened within the periods of a year, added up
    select province_code, year, period, indicator_id, unit_id, level,
        case
            when actual is null then null
            when period = 'N' or period like '%T' then actual
            when count(actual) over so_far = regexp_extract(period, '[0-9]+')::int
                then case
                    when kind = 'count' then sum(actual) over so_far
                    when kind = 'ratio' and count(denominator) over so_far = count(actual) over so_far
                        then 100 * sum(numerator) over so_far / nullif(sum(denominator) over so_far, 0)
                end
        end::decimal(18, 4) as to_date
    from named
    where accumulation = 'within_period'
    window so_far as (
        partition by province_code, year, indicator_id, unit_id, level, kind_of_period(period)
        order by period_end rows between unbounded preceding and current row)
),
year_target as (
    select province_code, indicator_id, unit_id, level, year as target_year, op as target_op, low as target_low, high as target_high,
        as_written as target_as_written, document as target_document, locator as target_locator, self_stated
    from current_claim
    where kind = 'target' and chosen and period = 'N' and not inherited
        and (getvariable('slice') is null or province_code = getvariable('slice').province)
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
    where not n.has_target and n.unit_level <> 'province' and n.level in ('district', 'commune') and n.kind <> 'count'  -- a count is its units' together
),
in_force as (
    select province_code, year, period, indicator_id, unit_id, level, max_by(target, (not target.self_stated or target.target_year = year, target.target_year, own)) as target
    from candidate
    group by province_code, year, period, indicator_id, unit_id, level
),
newest as (
    select province_code, year, indicator_id, unit_id, level, max(recency) as recency
    from named
    group by province_code, year, indicator_id, unit_id, level
),
beside as (
    select n.* replace (
            case when n.has_target then n.target_op else f.target.target_op end as target_op,
            case when n.has_target then n.target_low else f.target.target_low end as target_low,
            case when n.has_target then n.target_high else f.target.target_high end as target_high,
            case when n.has_target then n.target_as_written else f.target.target_as_written end as target_as_written,
            case when n.has_target then n.target_document else f.target.target_document end as target_document,
            case when n.has_target then n.target_locator else f.target.target_locator end as target_locator,
            case when n.has_target then n.target_self_stated else f.target.self_stated end as target_self_stated),
        case when n.has_target then n.year else f.target.target_year end as target_year, n.recency = y.recency as newest_in_year,
        case
            when n.accumulation = 'within_period' then s.to_date
            when n.period = 'N' or n.accumulation in ('at_date', 'cumulative') then n.actual
        end as to_date
    from named as n
    join newest as y
        on y.province_code = n.province_code and y.year = n.year and y.indicator_id = n.indicator_id and y.unit_id = n.unit_id and y.level = n.level
    left join in_force as f
        on f.province_code = n.province_code and f.year = n.year and f.period = n.period and f.indicator_id = n.indicator_id
        and f.unit_id = n.unit_id and f.level = n.level
    left join summed as s
        on s.province_code = n.province_code and s.year = n.year and s.period = n.period and s.indicator_id = n.indicator_id
        and s.unit_id = n.unit_id and s.level = n.level
),
directed as (
    select n.*, i.name as indicator_name, i.short_name, i.pillar, i.pillar_name, i.pillar_order, i.unit_of_measure, i.direction, i.rank,
        u.name as unit_name, c.indicator_id is not null as conflict,
        coalesce(target_op in ('<=', '<') or (target_op = 'range' and direction = 'lower'), false) as lower_is_better
    from beside as n
    join indicator_catalogue as i on i.indicator_id = n.indicator_id
    join unit as u on u.unit_id = n.unit_id
    left join conflicting as c
        on c.province_code = n.province_code and c.year = n.year and c.period = n.period and c.indicator_id = n.indicator_id
        and c.unit_id = n.unit_id and c.level = n.level
)
select province_code, year, period, period_end, indicator_id, unit_id, level, has_target, target_op, target_low,
    target_high, case when lower_is_better then target_high else target_low end as required, lower_is_better, target_as_written, target_document, target_locator, has_result, actual,
    actual_as_written, actual_qualifier, numerator, denominator, as_of, as_of_stated, actual_document, actual_locator,
    stated_status, conflict, indicator_name, short_name, pillar, pillar_name, pillar_order, unit_of_measure,
    direction, rank, unit_name, actual_low, actual_high, basis,
    target_year, case when has_target then period_end else make_date(target_year, 12, 31) end as due_end, accumulation, newest_in_year, to_date,
    target_self_stated, actual_self_stated
from directed
