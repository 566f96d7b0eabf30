-- Kỳ báo cáo tiếp theo của từng số liệu, hạn báo cáo, và còn hay đã quá hạn bao nhiêu ngày.
--
-- Only what a document schedules is due (``reporting_period`` and ``reporting_delay_months`` of the catalogue); nothing is guessed.
-- last   = the newest result of any period, be it in words: the latest period end.
-- next   = the first scheduled period that ends after it (T: month, Q: quarter, 6T: 30 June and 31 December, N: 31 December);
--          without any result, the first one of the first year that has a target.
-- due_on = the day of the deadline that the unit's province sets for such periods (``deadline_list``, the newest in force), else the
--          last day of the month that lies so many months after that period's end; due on that day is still in time.
-- A unit that has ended owes nothing, nor does a level that had ended when the period was over.
--
-- from: current_figure, deadline_list, indicator_catalogue, level_end, unit
-- internal: indicator_due with the province
-- column: province_code | text   | province of the unit
-- column: indicator_id  | text   | catalogue id
-- column: unit_id       | text   | unit as it was in the period
-- column: level         | text   | 'province', 'district', 'commune' or 'all'
-- column: last_period   | text   | period and year of the newest result: 'Q1/2024', 'N/2022'; null = never reported
-- column: last_as_of    | date   | day that this result states; null = it states none
-- column: next_period   | text   | 'Q2/2024', 'T12/2024', '6T/2024', 'N/2024'; null = not scheduled
-- column: due_on        | date   | last day on which it is in time; null = not scheduled
-- column: days_left     | int    | days from today (in Viet Nam) to due_on, negative once it is past; null = not scheduled
-- column: state         | text   | 'due' (in time), 'overdue', 'never_reported' (no result at all), 'not_scheduled'
-- unique: indicator_id, unit_id, level
-- example: current_figure(level=district, year=2025, period=Q2, period_end=2025-06-30) indicator_catalogue(reporting_period=Q, reporting_delay_months=1) unit(level=province) => next_period=Q3/2025, state=overdue
-- example: current_figure(level=district, year=2025, period=Q2, period_end=2025-06-30) indicator_catalogue(reporting_period=Q, reporting_delay_months=1) unit(level=province) level_end(level=district, ended_on=2025-07-01) => next_period=null, state=not_scheduled
-- example: current_figure(level=district, year=2025, period=Q1, period_end=2025-03-31) indicator_catalogue(reporting_period=Q, reporting_delay_months=1) unit(level=province) level_end(level=district, ended_on=2025-07-01) => next_period=Q2/2025, state=overdue

create view figure_due as
with reported as (
    select province_code, indicator_id, unit_id, level,
        min(year) filter (where has_target) as first_year,
        max(period_end) filter (where has_result) as last_end,
        max_by(period || '/' || year, (period_end, period)) filter (where has_result) as last_period,
        max_by(case when as_of_stated then as_of end, (period_end, period)) filter (where has_result) as last_as_of
    from current_figure
    group by province_code, indicator_id, unit_id, level
),
scheduled as (
    select r.*, i.reporting_period, i.reporting_delay_months,
        case when i.reporting_delay_months is not null and (u.valid_to is null or u.valid_to > today_in_vietnam())
            then case i.reporting_period when 'T' then 1 when 'Q' then 3 when '6T' then 6 when 'N' then 12 end
        end as months,
        coalesce(r.last_end + 1, make_date(r.first_year, 1, 1)) as begins
    from reported as r
    join indicator_catalogue as i on i.indicator_id = r.indicator_id
    join unit as u on u.unit_id = r.unit_id
),
next_one as (
    select *,
        last_day(make_date(year(begins), cast(ceil(month(begins) / months::double) * months as integer), 1)) as next_end
    from scheduled
),
still_asked as (
    select n.* replace (case when e.level is null then n.months end as months)
    from next_one as n
    left join level_end as e on e.province_code = n.province_code and e.level = n.level and e.ended_on <= n.next_end
),
dated as (
    select n.*,
        coalesce(due_day(next_end, d.months_after, d.day), last_day(next_end + to_months(reporting_delay_months))) as due_on,
        case months when 1 then 'T' || month(next_end) when 3 then 'Q' || quarter(next_end)
            when 6 then case month(next_end) when 6 then '6T' else 'N' end when 12 then 'N' end || '/' || year(next_end) as next_period
    from still_asked as n
    left join deadline_list as d
        on d.province_code = n.province_code and d.reporting_period = n.reporting_period
        and d.valid_from <= next_end and (d.valid_to is null or d.valid_to > next_end)
    qualify row_number() over (partition by n.province_code, n.indicator_id, n.unit_id, n.level order by d.valid_from desc) = 1
)
select province_code, indicator_id, unit_id, level, last_period, last_as_of,
    case when months is not null then next_period end as next_period,
    case when months is not null then due_on end as due_on,
    case when months is not null then cast(due_on - today_in_vietnam() as integer) end as days_left,
    case
        when months is null then 'not_scheduled'
        when last_end is null then 'never_reported'
        when due_on < today_in_vietnam() then 'overdue'
        else 'due'
    end as state
from dated
