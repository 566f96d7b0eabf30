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

select c.level, c.year::int as year, c.period, i.pillar, any_value(i.pillar_name) as pillar_name, count(*)::int as indicators, max(c.reported)::int as units
from current_count as c
join indicator_catalogue as i on i.indicator_id = c.indicator_id
where c.province_code = $province_code
group by c.level, c.year, c.period, i.pillar
order by c.level, any_value(c.period_end) desc, c.period, any_value(i.pillar_order)
