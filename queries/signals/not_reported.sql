-- Chưa báo: kỳ gần nhất đã đến hạn mà đơn vị chưa báo cáo số liệu nào trong những số liệu phải báo.
--
-- Of each rhythm of reporting the newest period whose day is over, by the deadlines of the province, else from the day after its end. One row
-- for each unit that was there at the end of the period, owes figures (``reporting_duty``) and reported none of them. Of a province the units
-- of today; of a district or commune itself.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | never there: ''
-- column: short_name       | text    | never there: ''
-- column: level            | text    | 'district' or 'commune'
-- column: unit_of_measure  | text    | always 'số liệu'
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | figures that it owes
-- column: value_as_written | text    | never there: null
-- column: qualifier        | text    | never there: null
-- column: document         | text    | document that sets the day; null = none does
-- column: locator          | text    | place in it; null = none
-- column: other_value      | decimal | never there: null
-- column: other_as_written | text    | never there: null
-- column: other_qualifier  | text    | never there: null
-- column: other_document   | text    | never there: null
-- column: other_year       | int     | never there: null
-- column: other_period     | text    | never there: null
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: about_unit_id, indicator_id, level, year, period

with ended as (
    select r.reporting_period, r.months, y.year, last_day(make_date(y.year, n.n * r.months, 1)) as ends,
        case r.months when 1 then 'T' || n.n when 3 then 'Q' || n.n when 6 then case n.n when 1 then '6T' else 'N' end else 'N' end as period
    from (select distinct reporting_period, months from reporting_duty where province_code = $province_code) as r
    join (select unnest([year(today_in_vietnam()), year(today_in_vietnam()) - 1]) as year) as y on true
    join (select unnest(range(1, 13)) as n) as n on n.n * r.months <= 12
),
over as (
    select e.*, d.document, d.locator
    from ended as e
    left join deadline_list as d
        on d.province_code = $province_code and d.reporting_period = e.reporting_period and d.valid_from <= e.ends and (d.valid_to is null or d.valid_to > e.ends)
    where coalesce(due_day(e.ends, d.months_after, d.day), e.ends) < today_in_vietnam()
    qualify row_number() over (partition by e.reporting_period order by e.ends desc, d.valid_from desc) = 1
),
owed as (
    select c.unit_id, c.name, c.level, c.whole, o.year, o.period, any_value(o.document) as document, any_value(o.locator) as locator,
        count(*) as owed, count(f.indicator_id) as reported
    from over as o
    join reporting_duty as d on d.province_code = $province_code and d.reporting_period = o.reporting_period and d.since <= o.year
    join unit_of_territory as c
        on c.province_code = $province_code and c.territory_id = $unit_id and c.unit_id = d.unit_id and c.valid_from <= o.ends
    left join current_figure as f
        on f.province_code = $province_code and f.unit_id = d.unit_id and f.indicator_id = d.indicator_id and f.level = d.level and f.year = o.year
        and f.period = o.period and f.has_result
    where d.valid_to is null or d.valid_to > o.ends
    group by c.unit_id, c.name, c.level, c.whole, o.year, o.period
)
select '' as indicator_id, '' as short_name, level, 'số liệu' as unit_of_measure, year::int as year, period, owed::decimal(18, 4) as value,
    null::varchar as value_as_written, null::varchar as qualifier, document, locator, null::decimal(18, 4) as other_value,
    null::varchar as other_as_written, null::varchar as other_qualifier, null::varchar as other_document, null::int as other_year,
    null::varchar as other_period, case when whole then unit_id end as about_unit_id, case when whole then name end as about_unit
from owed
where reported = 0
order by level, name collate vi, unit_id, year, period
