-- Trong năm, mỗi kỳ (cả năm, quý, tháng, 6 tháng…) có bao nhiêu kết quả được báo cáo.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- param:  year          | int  | calendar year
-- column: period        | text | N, 2T..11T, Q1..Q4, T1..T12
-- column: results       | int  | results of the period
-- unique: period

select period, count(*)::int as results
from current_figure
where province_code = $province_code and unit_id = $unit_id and year = $year and has_result
group by period, period_end
order by period = 'N' desc, period_end desc, results desc, period
