-- Từ kết quả gần nhất đến các mục tiêu năm sau: từ hôm nay mỗi năm cần thêm bao nhiêu, mục tiêu nào đã quá hạn.
--
-- Pages ask for all indicators of a territory at once: planning the question takes as long for one, and the next page asks about another.
--
-- param:  province_code  | text    | province of the territory
-- param:  unit_id        | text    | territory
-- param:  indicator_id   | text    | catalogue id, or 'any' for all
-- column: level          | text    | 'province', 'district', 'commune' or 'all'
-- column: year           | int     | year of the target
-- column: due_end        | date    | last day of that year
-- column: overdue        | boolean | that day is over
-- column: required       | decimal | value to be reached in that year
-- column: from_year      | int     | year of the last result before it
-- column: from_period    | text    | its period
-- column: from_end       | date    | last day of that period
-- column: from_value     | decimal | that result
-- column: from_qualifier | text    | exact, about, over, nearly, estimate
-- column: from_gap       | decimal | from_value - required: what is lacking since that result
-- column: pace           | double  | change needed each year from today, in the indicator's unit; null = overdue
-- column: expected_now   | double  | height of the straight line today; null = overdue
-- column: indicator_id   | text    | catalogue id
-- unique: indicator_id, level, year

select level, year, due_end, overdue, required, from_year, from_period, from_end, from_value, from_qualifier, from_gap, pace, expected_now, indicator_id
from straight_path
where province_code = $province_code and unit_id = $unit_id and ($indicator_id = 'any' or indicator_id = $indicator_id)
order by indicator_id, case level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end, year
