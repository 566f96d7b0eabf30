-- Báo cáo mà một đơn vị phải nộp lúc này: kỳ nào, hạn ngày nào, và đơn vị có từ bao giờ.
--
-- Of each rhythm in which its indicators are reported (month, quarter, half-year, year) the last period that has ended; the latest one of
-- which something is still to be reported, else the latest one. Where a deadline of the province lies before the end of its period, the
-- period counts from the month of the deadline on. Where no document schedules anything: the last quarter that has ended, the whole
-- year after its fourth.
--
-- param:  province_code | text | province of the unit
-- param:  unit_id       | text | the unit
-- column: year          | int  | year of the period
-- column: period        | text | N, 6T, Q1..Q4, T1..T12
-- column: due_on        | date | last day on which it is in time; null = nothing is scheduled
-- column: valid_from    | date | first day of the unit; null = not known
-- column: valid_to      | date | first day after it; null = still valid
-- unique: year

with known as (
    select distinct indicator_id, level
    from current_figure
    where province_code = $province_code
        and (unit_id = $unit_id
            or unit_id in (select unit_id from unit where level = 'province') and level = (select level from unit where unit_id = $unit_id))
),
scheduled as (
    select k.indicator_id, k.level, i.reporting_period, i.reporting_delay_months as delay,
        case i.reporting_period when 'T' then 1 when 'Q' then 3 when '6T' then 6 when 'N' then 12 end as months
    from known as k join indicator_catalogue as i on i.indicator_id = k.indicator_id
    where i.reporting_period is not null and i.reporting_delay_months is not null
),
rhythm as (
    select s.months, min(s.delay) as delay, any_value(d.months_after) as months_after, any_value(d.day) as day
    from scheduled as s
    left join (
        select * from deadline_list
        where province_code = $province_code and valid_from <= today_in_vietnam() and (valid_to is null or valid_to > today_in_vietnam())
        qualify row_number() over (partition by reporting_period order by valid_from desc) = 1
    ) as d on d.reporting_period = s.reporting_period
    group by s.months
    union all
    select 3, null, null, null where not exists (select 1 from scheduled)
),
counted as (
    select *, cast(today_in_vietnam() + to_months(case when months_after <= 0 then 1 - months_after else 0 end) as date) as day_of_count
    from rhythm
),
ended as (
    select months, delay, months_after, day,
        case when month(day_of_count) > months
            then last_day(make_date(year(day_of_count), ((month(day_of_count) - 1) // months) * months, 1))
            else make_date(year(day_of_count) - 1, 12, 31)
        end as period_end
    from counted
),
reported as (
    select indicator_id, level, max(period_end) as last_end
    from current_figure
    where province_code = $province_code and unit_id = $unit_id and has_result
    group by indicator_id, level
),
chosen as (
    select e.months, e.delay, e.period_end, coalesce(due_day(e.period_end, e.months_after, e.day), last_day(e.period_end + to_months(e.delay))) as due_on,
        bool_or(s.indicator_id is not null and (r.last_end is null or r.last_end < e.period_end)) as owing
    from ended as e
    left join scheduled as s on s.months = e.months
    left join reported as r on r.indicator_id = s.indicator_id and r.level = s.level
    group by e.months, e.delay, e.months_after, e.day, e.period_end
    order by owing desc, e.period_end desc, e.months
    limit 1
)
select year(c.period_end)::int as year,
    case
        when c.months = 1 then 'T' || month(c.period_end)
        when c.months = 3 and (c.delay is not null or month(c.period_end) < 12) then 'Q' || quarter(c.period_end)
        when c.months = 6 and month(c.period_end) = 6 then '6T'
        else 'N'
    end as period,
    c.due_on, u.valid_from, u.valid_to
from chosen as c
left join unit as u on u.unit_id = $unit_id
order by year
