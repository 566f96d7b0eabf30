-- Những số liệu mà một đơn vị báo được cho một kỳ: mọi chỉ tiêu đơn vị từng có hay tỉnh giao, mục tiêu của năm, kết quả đang có.
--
-- A target that the province sets for its districts or communes is the target of each of them that has none of its own.
-- Only what can be: the unit was there in the period, the indicator is measured at the level, and its rhythm has such a period (a yearly
-- one has no quarters); what has a result in the period is listed in any case.
-- owed = the period has no result yet, and the year sets a target or the indicator is to be reported for such periods.
--
-- param:  province_code     | text   | province of the unit
-- param:  unit_id           | text   | the unit
-- param:  year              | int    | calendar year
-- param:  period            | text   | N, 2T..11T, Q1..Q4, T1..T12
-- column: indicator_id      | text   | catalogue id
-- column: indicator_name    | text   | full name
-- column: pillar_name       | text   | as on the screen
-- column: rank              | text   | 'headline', 'supporting', 'context'
-- column: unit_of_measure   | text   | '%', 'người' ...
-- column: level             | text   | whose figure
-- column: target_as_written | text   | target of the year; null = none
-- column: has_result        | boolean | the period has a result
-- column: actual            | decimal | result of the period; null = none, or in words
-- column: actual_as_written | text   | null = none
-- column: actual_document   | text   | null = none
-- column: actual_locator    | text   | null = none
-- column: as_of             | date   | day the document states for the result; null = none stated
-- column: last_as_written   | text   | last result before the year's end, whatever its period; null = none
-- column: last_year         | int    | its year; null = none
-- column: last_period       | text   | its period; null = none
-- column: owed              | boolean | still to be reported
-- column: times_reported    | bigint | how many results the unit has of it; the most usual ones stand first
-- unique: indicator_id, level

with asked as (
    select make_date($year, greatest(last_month - months + 1, 1), 1) as begins, last_day(make_date($year, last_month, 1)) as ends,
        months, last_month
    from (
        select
            case when $period = 'N' then 12 when $period like 'Q%' then 3 when $period like 'T%' then 1
                else replace($period, 'T', '')::int end as months,
            case when $period = 'N' then 12 when $period like 'Q%' then 3 * right($period, 1)::int
                else replace($period, 'T', '')::int end as last_month)
),
unit_then as (
    select u.level
    from unit as u, asked as a
    where u.unit_id = $unit_id and u.valid_from <= a.ends and (u.valid_to is null or u.valid_to > a.begins)
),
common as (
    select indicator_id, level, year, target_as_written
    from current_figure
    where province_code = $province_code and period = 'N' and has_target
        and unit_id in (select unit_id from unit where level = 'province')
        and level = (select level from unit where unit_id = $unit_id) and level <> 'province'
        and indicator_id not in (select indicator_id from indicator_catalogue where kind = 'count')  -- the units' together
),
known as (
    select indicator_id, level
    from current_figure
    where province_code = $province_code and unit_id = $unit_id
    union
    select indicator_id, level from common
),
own_result as (
    select indicator_id, level, count(*) as times,
        max_by({'said': actual_as_written, 'year': year, 'period': period}, (year, period_end, period))
            filter (where year <= $year and not (year = $year and period = $period)) as newest
    from current_figure
    where province_code = $province_code and unit_id = $unit_id and has_result
    group by indicator_id, level
),
listed as (
    select k.indicator_id, k.level, i.name, i.pillar_name, i.pillar_order, i.rank, i.unit_of_measure, r.has_result is not null as has_result,
        r.actual, r.actual_as_written, r.actual_document, r.actual_locator, case when r.as_of_stated then r.as_of end as as_of,
        case i.reporting_period when 'T' then 1 when 'Q' then 3 when '6T' then 6 when 'N' then 12 end as rhythm, a.months, a.last_month,
        list_contains(
            string_split(i.levels, '/'), case k.level when 'province' then 'tinh' when 'district' then 'huyen' when 'commune' then 'xa' else 'chung' end
        ) as of_level
    from known as k
    join indicator_catalogue as i on i.indicator_id = k.indicator_id
    cross join asked as a
    left join (select * from current_figure where province_code = $province_code and unit_id = $unit_id and year = $year and period = $period and has_result) as r
        on r.indicator_id = k.indicator_id and r.level = k.level
)
select k.indicator_id, k.name as indicator_name, k.pillar_name, k.rank, k.unit_of_measure, k.level,
    coalesce(t.target_as_written, c.target_as_written) as target_as_written, k.has_result, k.actual, k.actual_as_written, k.actual_document, k.actual_locator, k.as_of,
    o.newest.said as last_as_written, o.newest.year::int as last_year, o.newest.period as last_period,
    not k.has_result and (coalesce(t.indicator_id, c.indicator_id) is not null or coalesce(k.rhythm = k.months, false)) as owed,
    coalesce(o.times, 0) as times_reported
from listed as k
left join (select * from current_figure where province_code = $province_code and unit_id = $unit_id and year = $year and period = 'N' and has_target) as t
    on t.indicator_id = k.indicator_id and t.level = k.level
left join common as c on c.indicator_id = k.indicator_id and c.level = k.level and c.year = $year
left join own_result as o on o.indicator_id = k.indicator_id and o.level = k.level
where k.has_result
    or exists (select 1 from unit_then) and k.of_level and (k.rhythm is null or k.months % k.rhythm = 0 and k.last_month % k.rhythm = 0)
order by times_reported desc, k.pillar_order, k.indicator_id, list_position(['province', 'district', 'commune', 'all'], k.level)
