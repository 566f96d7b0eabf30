-- Một huyện, xã qua các kỳ: kết quả, trung vị của cấp; trước lần sáp nhập thì tính lại từ các đơn vị cũ, có nói.
--
-- Of a unit of today on the map of today (see unit_value), of a unit that has ended as it was. Made to be asked of one unit: of the others
-- only the medians are read, which are kept ready.
--
-- internal: the course of one unit
-- from: current_spread, unit, unit_merged, unit_number, unit_today
-- column: province_code | text    | province of the unit
-- column: unit_id       | text    | unit
-- column: indicator_id  | text    | catalogue id
-- column: level         | text    | 'district' or 'commune'
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: actual        | double  | in the indicator's unit
-- column: median        | double  | of all units of the level with a number, on the same map
-- column: recomputed    | boolean | the unit itself gave no number: it is computed from those that became it
-- unique: indicator_id, unit_id, level, year, period
-- example: unit(unit_id=a, level=commune) unit_number(unit_id=a, level=commune, actual=20) unit_today(unit_id=a, today_id=a, alone=true) current_spread(level=commune, units_of=today, median=25) => unit_id=a, actual=20, median=25, recomputed=false
-- example: unit(unit_id=a, level=commune) unit_merged(unit_id=a, level=commune, actual=20, self=false) current_spread(level=commune, units_of=today, median=20) => actual=20, recomputed=true
-- example: unit(unit_id=a, level=commune) unit_number(unit_id=a, level=commune, actual=10) unit_today(unit_id=a, today_id=a, alone=false) unit_merged(unit_id=a, level=commune, actual=20, self=true) current_spread(level=commune, units_of=today, median=20) => actual=20, recomputed=false
-- example: unit(unit_id=a, level=commune, valid_to=2020-01-01) unit_number(unit_id=a, level=commune, actual=20) current_spread(level=commune, units_of=then, median=30) current_spread(level=commune, units_of=today, median=7) => actual=20, median=30
-- example: unit(unit_id=a, level=commune) unit_merged(unit_id=a, level=commune, actual=null) current_spread(level=commune, units_of=today, median=30) => no row

create view unit_course as
with own as (
    select n.province_code, n.unit_id, n.indicator_id, n.level, n.year, n.period, n.actual,
        case when u.valid_to is null then 'today' else 'then' end as units_of, false as recomputed
    from unit_number as n
    join unit as u on u.unit_id = n.unit_id
    left join unit_today as t on t.unit_id = n.unit_id and t.alone
    where u.valid_to is not null or t.alone and u.valid_from <= n.period_end
    union all
    select province_code, unit_id, indicator_id, level, year, period, actual, 'today', not self
    from unit_merged
    where actual is not null
)
select o.province_code, o.unit_id, o.indicator_id, o.level, o.year, o.period, o.actual, s.median, o.recomputed
from own as o
join current_spread as s
    on s.units_of = o.units_of and s.province_code = o.province_code and s.indicator_id = o.indicator_id and s.level = o.level and s.year = o.year
    and s.period = o.period
