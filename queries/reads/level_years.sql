-- Những năm mà một địa bàn có chỉ tiêu với mục tiêu khác nhau giữa các cấp.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- column: year          | int  | calendar year, newest first
-- column: indicators    | int  | number of such indicators
-- column: results       | int  | levels of them with a result
-- unique: year

select year, count(*)::int as indicators, sum(results)::int as results
from level_spread
where province_code = $province_code and unit_id = $unit_id
group by year
order by year desc
