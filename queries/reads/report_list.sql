-- Ai đã báo cáo, ai chưa: mỗi đơn vị và kỳ của một năm, phải báo bao nhiêu số liệu, đã báo bao nhiêu, trước hay sau hạn.
--
-- A unit of the level is asked for a period when it was there on the period's last day, for every figure of ``reporting_duty`` from its
-- first year on. When a figure first came in is the day of the first upload, not undone, that brought one of that period; of what
-- came with the documents themselves (the first upload of invented figures as well) no day is known.
--
-- param:  province_code | text | province of the units
-- param:  level         | text | 'province', 'district' or 'commune': whose reports
-- param:  year          | int  | calendar year
-- param:  deadline_set  | text | whose deadlines; of periods that it does not name a report is never late
-- column: unit_id   | text   | unit as it was in the period
-- column: unit_name | text   | with prefix
-- column: period    | text   | N, 6T, Q1..Q4, T1..T12
-- column: due_on    | date   | last day in time, the first of them where figures of several rhythms are due; null = the set does not say
-- column: owed      | bigint | figures that the unit is to report for the period
-- column: reported  | bigint | those of them that it reported
-- column: late      | bigint | those that came in after due_on
-- column: undated   | bigint | those of which nobody knows when they came in
-- column: last_on   | date   | day in Viet Nam on which the last of the dated ones first came in; null = none did
-- column: state     | text   | 'complete', 'late' (complete, some after due_on), 'partial' or 'missing' (the day has passed), 'open' (it has not)
-- unique: unit_id, period

with duty as (
    select * from reporting_duty where province_code = $province_code and unit_level = $level and since <= $year
),
asked as (
    select r.reporting_period, last_day(make_date($year, n.n * r.months, 1)) as ends,
        case r.months when 1 then 'T' || n.n when 3 then 'Q' || n.n when 6 then case n.n when 1 then '6T' else 'N' end else 'N' end as period
    from (select distinct reporting_period, months from duty) as r
    join (select unnest(range(1, 13)) as n) as n on n.n * r.months <= 12
),
dated as (
    select a.*, due_day(a.ends, d.months_after, d.day) as due_on
    from asked as a
    left join deadline_list as d
        on d.deadline_set = $deadline_set and d.reporting_period = a.reporting_period
        and d.valid_from <= a.ends and (d.valid_to is null or d.valid_to > a.ends)
),
owed as (
    select d.unit_id, d.unit_name, d.indicator_id, d.level, a.period, a.ends, a.due_on
    from duty as d
    join dated as a on a.reporting_period = d.reporting_period and d.valid_from <= a.ends and (d.valid_to is null or d.valid_to > a.ends)
),
reported as (
    select unit_id, indicator_id, level, period
    from current_figure
    where province_code = $province_code and level in ($level, 'all') and year = $year and has_result
),
came_in as (
    select r.unit_id, r.indicator_id, r.level, r.period,
        case when not min_by(u.kind = 'seed' or u.kind = 'sample' and u.upload_id = 1, u.upload_id)
            then min(cast(timezone('Asia/Ho_Chi_Minh', timezone('UTC', u.uploaded_at)) as date)) end as first_on
    from result as r
    join live_upload as l on l.upload_id = r.upload_id
    join upload as u on u.upload_id = r.upload_id
    where not r.withdrawn and r.province_code = $province_code and r.level in ($level, 'all') and r.year = $year
    group by r.unit_id, r.indicator_id, r.level, r.period
),
counted as (
    select o.unit_id, o.unit_name, o.period, o.ends, min(o.due_on) as due_on, count(*) as owed, count(r.indicator_id) as reported,
        count(*) filter (where r.indicator_id is not null and c.first_on > o.due_on) as late,
        count(*) filter (where r.indicator_id is not null and c.first_on is null) as undated,
        max(c.first_on) filter (where r.indicator_id is not null) as last_on
    from owed as o
    left join reported as r
        on r.unit_id = o.unit_id and r.indicator_id = o.indicator_id and r.level = o.level and r.period = o.period
    left join came_in as c
        on c.unit_id = o.unit_id and c.indicator_id = o.indicator_id and c.level = o.level and c.period = o.period
    group by o.unit_id, o.unit_name, o.period, o.ends
)
select unit_id, unit_name, period, due_on, owed, reported, late, undated, last_on,
    case
        when reported = owed then case when late > 0 then 'late' else 'complete' end
        when coalesce(due_on, ends) >= today_in_vietnam() then 'open'
        when reported > 0 then 'partial'
        else 'missing'
    end as state
from counted
order by unit_name collate vi, unit_id, ends, period = 'N'
