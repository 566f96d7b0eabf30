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

select c.indicator_id, i.name as indicator_name, c.level, c.year::int as year, c.period, c.numbered as units
from current_count as c
join indicator_catalogue as i on i.indicator_id = c.indicator_id
where c.province_code = $province_code and c.numbered > 0 and i.direction <> 'none'
order by i.pillar_order, c.indicator_id, c.level, c.period_end desc, c.period
