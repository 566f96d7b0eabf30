-- Những năm mà một địa bàn có chỉ tiêu với mục tiêu khác nhau giữa các cấp.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- column: year          | int  | calendar year, newest first
-- column: indicators    | int  | number of such indicators
-- column: results       | int  | levels of them with a result
-- unique: year

select year, count(*)::int as indicators, sum(results)::int as results
from (
    select indicator_id, year, count(actual) as results
    from figure
    where province_code = $province_code and unit_id = $unit_id and period = 'N' and unit_of_measure = '%'
        and level in ('province', 'district', 'commune') and required is not null
    group by indicator_id, year
    having min(required) < max(required)
) as differing
group by year
order by year desc
