-- Trong năm, những kỳ nào (quý, tháng, 6 tháng…) có kết quả được báo cáo.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- param:  year          | int  | calendar year
-- column: period        | text | 2T..11T, Q1..Q4, T1..T12; whole years are left out
-- column: results       | int  | results of the period
-- unique: period

select period, count(*)::int as results
from current_figure
where province_code = $province_code and unit_id = $unit_id and year = $year and period <> 'N' and has_result
group by period, period_end
order by period_end desc, results desc, period
