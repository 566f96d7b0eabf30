-- Một huyện, xã qua các kỳ: kết quả, trung vị của cấp; trước lần sáp nhập thì tính lại từ các đơn vị cũ, có nói.
--
-- Of a unit of today on the map of today (see unit_value), of a unit that has ended as it was. Made to be asked of one unit: its own number and
-- the middle of its level come from one look at the values of the level. A second look would be kept with the first as one table, which no filter reaches.
--
-- internal: the course of one unit
-- from: unit_value, unit
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
-- example: unit(unit_id=a, level=commune) unit_value(unit_id=a, level=commune, units_of=then, actual=20) unit_value(unit_id=a, level=commune, units_of=today, actual=20) unit_value(unit_id=b, level=commune, units_of=today, actual=30) => unit_id=a, actual=20, median=25, recomputed=false
-- example: unit(unit_id=a, level=commune) unit_value(unit_id=a, level=commune, units_of=today, actual=20) => actual=20, recomputed=true
-- example: unit(unit_id=a, level=commune, valid_to=2020-01-01) unit_value(unit_id=a, level=commune, units_of=then, actual=20) unit_value(unit_id=b, level=commune, units_of=then, actual=40) => actual=20, median=30
-- example: unit(unit_id=a, level=commune) unit_value(unit_id=b, level=commune, units_of=today, actual=30) => no row

create view unit_course as
select o.province_code, o.unit_id, v.indicator_id, v.level, v.year, v.period, max(v.actual) filter (where v.unit_id = o.unit_id and v.units_of = o.units_of) as actual,
    median(v.actual) filter (where v.units_of = o.units_of) as median,
    count(*) filter (where v.unit_id = o.unit_id and v.units_of = 'then') = 0 as recomputed
from (select province_code, unit_id, level, case when valid_to is null then 'today' else 'then' end as units_of from unit) as o
join unit_value as v on v.province_code = o.province_code and v.level = o.level and v.actual is not null
group by o.province_code, o.unit_id, v.indicator_id, v.level, v.year, v.period
having max(v.actual) filter (where v.unit_id = o.unit_id and v.units_of = o.units_of) is not null
