-- Những nhóm mà các đơn vị huyện, xã của một tỉnh có kết quả, theo cấp và kỳ: bao nhiêu chỉ tiêu, nhiều nhất bao nhiêu đơn vị báo.
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
-- column: units         | int  | units that reported the indicator that most of them reported, be it in words
-- unique: level, year, period, pillar

select level, year::int as year, period, pillar, any_value(pillar_name) as pillar_name, count(*)::int as indicators, max(units)::int as units
from (
    select f.level, f.year, f.period, f.pillar, f.indicator_id, any_value(f.pillar_name) as pillar_name, any_value(f.pillar_order) as pillar_order,
        any_value(f.period_end) as period_end, count(*) as units
    from current_figure as f
    where f.province_code = $province_code and f.level in ('district', 'commune') and f.has_result
        and (f.unit_id, f.level) in (select (u.unit_id, u.level) from unit as u where u.province_code = $province_code)
    group by f.level, f.year, f.period, f.pillar, f.indicator_id
)
group by level, year, period, pillar
order by level, any_value(period_end) desc, period, any_value(pillar_order)
