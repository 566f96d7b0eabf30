-- Những nhóm mà các đơn vị huyện, xã của một tỉnh có kết quả, theo cấp và kỳ: bao nhiêu chỉ tiêu, bao nhiêu đơn vị.
--
-- Newest periods first; of one end of a period the longest.
--
-- param:  province_code | text | province
-- column: level         | text | 'district' or 'commune'
-- column: year          | int  | calendar year
-- column: period        | text | N, 2T..11T, Q1..Q4, T1..T12
-- column: pillar        | text | code
-- column: pillar_name   | text | as on the screen
-- column: indicators    | int  | indicators with a result of at least one unit
-- column: units         | int  | units with a result, be it in words
-- unique: level, year, period, pillar

select f.level, f.year::int as year, f.period, f.pillar, any_value(f.pillar_name) as pillar_name, count(distinct f.indicator_id)::int as indicators,
    count(distinct f.unit_id)::int as units
from current_figure as f
join unit as u on u.unit_id = f.unit_id and u.level = f.level
where f.province_code = $province_code and f.level in ('district', 'commune') and f.has_result
group by f.level, f.year, f.period, f.pillar, f.pillar_order, f.period_end
order by f.level, f.period_end desc, f.period, f.pillar_order
