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
)
select s.indicator_id, s.level, s.year::int as year, s.period, s.actual, s.median, t.unit_id is null as recomputed, p.of_period
from unit_standing as s
join own as o on o.level = s.level and o.units_of = s.units_of
left join (
    select unit_id, indicator_id, level, year, period from unit_value
    where units_of = 'then' and province_code = $province_code and unit_id = $unit_id
) as t on t.indicator_id = s.indicator_id and t.level = s.level and t.year = s.year and t.period = s.period
left join figure_in_period as p
    on p.province_code = $province_code and p.unit_id = $unit_id and p.indicator_id = s.indicator_id and p.level = s.level and p.year = s.year
    and p.period = s.period
where s.province_code = $province_code and s.unit_id = $unit_id
order by s.indicator_id, s.level, s.year, list_position(['T1', 'T2', 'T3', 'Q1', 'T4', 'T5', 'T6', 'Q2', 'T7', 'T8', 'T9', 'Q3', 'T10', 'T11', 'T12', 'Q4'], s.period),
    s.period
