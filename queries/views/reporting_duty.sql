-- Đơn vị nào phải báo cáo định kỳ số liệu nào, theo nhịp nào, từ năm nào.
--
-- A unit owes a figure that a document wants reported in a rhythm (``reporting_period`` of the catalogue) when the province set a target for it
-- at the unit's level (a count set for a level is its units' together, not each one's), or when the unit has figures of it itself, those that are not divided by level among them.
--
-- internal: what report_list and missing_report_list count
-- from: figure_since, indicator_catalogue, unit
-- column: province_code    | text | province of the unit
-- column: unit_id          | text | state of a unit
-- column: unit_name        | text | with prefix
-- column: unit_level       | text | 'province', 'district' or 'commune'
-- column: valid_from       | date | first day of the unit
-- column: valid_to         | date | first day after it; null = still there
-- column: indicator_id     | text | catalogue id
-- column: level            | text | whose figure: the unit's own level, or 'all'
-- column: reporting_period | text | T (month), Q (quarter), 6T (half-year), N (year)
-- column: months           | int  | months of such a period
-- column: since            | int  | first year with a target or a figure
-- unique: unit_id, indicator_id, level

create view reporting_duty as
with scheduled as (
    select i.indicator_id, v.level, i.reporting_period,
        case i.reporting_period when 'T' then 1 when 'Q' then 3 when '6T' then 6 else 12 end as months
    from indicator_catalogue as i
    join (values ('province', 'tinh'), ('district', 'huyen'), ('commune', 'xa'), ('all', 'chung')) as v(level, word)
        on list_contains(string_split(i.levels, '/'), v.word)
    where i.reporting_period is not null
),
asked as (
    select province_code, unit_id, indicator_id, level, since from figure_since
    union all
    select k.province_code, u.unit_id, k.indicator_id, k.level, k.since_target
    from figure_since as k
    join unit as u on u.province_code = k.province_code and u.level = k.level
    join indicator_catalogue as i on i.indicator_id = k.indicator_id and i.kind <> 'count'
    where k.unit_level = 'province' and k.level in ('district', 'commune') and k.since_target is not null
),
first_asked as (
    select province_code, unit_id, indicator_id, level, min(since) as since
    from asked
    group by province_code, unit_id, indicator_id, level
)
select a.province_code, a.unit_id, u.name as unit_name, u.level as unit_level, u.valid_from, u.valid_to, a.indicator_id, a.level,
    s.reporting_period, s.months, a.since::int as since
from first_asked as a
join unit as u on u.unit_id = a.unit_id
join scheduled as s on s.indicator_id = a.indicator_id and s.level = a.level and s.level in (u.level, 'all')
