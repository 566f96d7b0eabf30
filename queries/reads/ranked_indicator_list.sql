-- Những chỉ tiêu mà các đơn vị huyện, xã của một tỉnh có kết quả bằng số, theo cấp và kỳ: bao nhiêu đơn vị.
--
-- Newest periods first; of one end of a period the longest. A claim that only repeats its target is no number; of background figures nothing is better.
--
-- param:  province_code  | text | province
-- column: indicator_id   | text | catalogue id
-- column: indicator_name | text | full name
-- column: level          | text | 'district' or 'commune'
-- column: year           | int  | calendar year
-- column: period         | text | N, 2T..11T, Q1..Q4, T1..T12
-- column: units          | int  | units with a number
-- unique: indicator_id, level, year, period

select f.indicator_id, any_value(f.indicator_name) as indicator_name, f.level, f.year::int as year, f.period, count(*)::int as units
from current_figure as f
join unit as u on u.unit_id = f.unit_id and u.level = f.level
where f.province_code = $province_code and f.level in ('district', 'commune') and f.actual is not null and f.basis <> 'stated'
    and f.direction <> 'none'
group by f.indicator_id, f.level, f.year, f.period, f.pillar_order, f.period_end
order by f.pillar_order, f.indicator_id, f.level, f.period_end desc, f.period
