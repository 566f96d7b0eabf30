-- Một đơn vị qua các kỳ: từng chỉ tiêu, kết quả và trung vị của cấp; trước lần sáp nhập thì tính lại từ các đơn vị cũ, có nói.
--
-- Of a unit of today on the map of today (see unit_value: before a merger from numerators and denominators, or sums of counts of those
-- that became it), of a unit that has ended as it was.
--
-- param:  province_code | text | province of the unit
-- param:  unit_id       | text | the unit
-- column: indicator_id  | text    | catalogue id
-- column: level         | text    | 'district' or 'commune'
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: actual        | double  | in the indicator's unit
-- column: median        | double  | of the level in the period, on the same map
-- column: recomputed    | boolean | not the unit's own number: computed from those that became it
-- column: of_period     | double  | part of a cumulative number that the period itself added; null = not cumulative, not known, or recomputed
-- unique: indicator_id, level, year, period

with own as (
    select level, case when valid_to is null then 'today' else 'then' end as units_of
    from unit where unit_id = $unit_id and province_code = $province_code
),
among as (
    -- one look at the values of the level: a second one would be kept with the first as one table, which no filter reaches
    select v.indicator_id, v.level, v.year, v.period, median(v.actual) filter (where v.units_of = o.units_of) as median,
        max(v.actual) filter (where v.units_of = o.units_of and v.unit_id = $unit_id) as actual,
        count(*) filter (where v.units_of = 'then' and v.unit_id = $unit_id) = 0 as recomputed
    from unit_value as v
    join own as o on o.level = v.level
    where v.province_code = $province_code and v.actual is not null
    group by v.indicator_id, v.level, v.year, v.period
)
select v.indicator_id, v.level, v.year::int as year, v.period, v.actual, v.median, v.recomputed, p.of_period
from among as v
left join figure_in_period as p
    on p.province_code = $province_code and p.unit_id = $unit_id and p.indicator_id = v.indicator_id and p.level = v.level and p.year = v.year
    and p.period = v.period
where v.actual is not null
order by v.indicator_id, v.level, v.year, list_position(['T1', 'T2', 'T3', 'Q1', 'T4', 'T5', 'T6', 'Q2', 'T7', 'T8', 'T9', 'Q3', 'T10', 'T11', 'T12', 'Q4'], v.period),
    v.period
