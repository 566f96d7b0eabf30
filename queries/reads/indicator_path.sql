-- Từ kết quả gần nhất đến các mục tiêu năm sau: mỗi năm cần thêm bao nhiêu.
--
-- param:  province_code  | text    | province of the territory
-- param:  unit_id        | text    | territory
-- param:  indicator_id   | text    | catalogue id
-- column: level          | text    | 'province', 'district', 'commune' or 'all'
-- column: year           | int     | year of the target
-- column: required       | decimal | value to be reached in that year
-- column: from_year      | int     | year of the last result before it
-- column: from_value     | decimal | that result
-- column: from_qualifier | text    | exact, about, over, nearly, estimate
-- column: pace           | double  | change needed each year, in the indicator's unit
-- column: expected_now   | double  | height of the straight line in the current year; null once the target's year is past
-- unique: level, year

select level, year, required, from_year, from_value, from_qualifier, pace, expected_now
from straight_path
where province_code = $province_code and unit_id = $unit_id and indicator_id = $indicator_id
order by case level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end, year
