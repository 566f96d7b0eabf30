-- Một đơn vị qua mười kỳ gần nhất: từng chỉ tiêu, kết quả và trung vị của cấp; trước lần sáp nhập thì tính lại từ các đơn vị cũ, có nói.
--
-- Of a unit of today on the map of today (see unit_value: before a merger from numerators and denominators, or sums of counts of those
-- that became it), of a unit that has ended as it was.
--
-- param:  province_code | text | province of the unit
-- param:  unit_id       | text | the unit, or 'any' for every district and commune of the province
-- column: unit_id       | text    | the unit
-- column: indicator_id  | text    | catalogue id
-- column: level         | text    | 'district' or 'commune'
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: actual        | double  | in the indicator's unit
-- column: median        | double  | of the level in the period, on the same map
-- column: recomputed    | boolean | not the unit's own number: computed from those that became it
-- column: of_period     | double  | part of a cumulative number that the period itself added; null = not cumulative, not known, or recomputed
-- unique: unit_id, indicator_id, level, year, period

select c.unit_id, c.indicator_id, c.level, c.year::int as year, c.period, c.actual, c.median, c.recomputed, p.of_period
from unit_course as c
left join figure_in_period as p
    on p.province_code = $province_code and ($unit_id = 'any' or p.unit_id = $unit_id) and p.unit_id = c.unit_id and p.indicator_id = c.indicator_id and p.level = c.level and p.year = c.year
    and p.period = c.period
where c.province_code = $province_code and ($unit_id = 'any' or c.unit_id = $unit_id)
qualify row_number() over (partition by c.unit_id, c.indicator_id, c.level order by c.year desc,
    list_position(['T1', 'T2', 'T3', 'Q1', 'T4', 'T5', 'T6', 'Q2', 'T7', 'T8', 'T9', 'Q3', 'T10', 'T11', 'T12', 'Q4'], c.period) desc nulls first, c.period desc) <= 10
order by c.indicator_id, c.level, c.year, list_position(['T1', 'T2', 'T3', 'Q1', 'T4', 'T5', 'T6', 'Q2', 'T7', 'T8', 'T9', 'Q3', 'T10', 'T11', 'T12', 'Q4'], c.period),
    c.period, c.unit_id
