-- Kết quả của một phần năm so với mốc phải có để kịp mục tiêu cả năm: kịp hay chậm, bao nhiêu.
--
-- param:  province_code | text   | province of the territory
-- param:  unit_id       | text   | territory
-- param:  year          | int    | calendar year
-- column: indicator_id  | text   | catalogue id
-- column: level         | text   | 'province', 'district', 'commune' or 'all'
-- column: period        | text   | a part of the year
-- column: milestone     | double | value due at the period's end on the way to the year's target
-- column: deviation     | double | result - milestone, in the indicator's unit
-- column: pace          | text   | 'on_pace' or 'behind'
-- unique: indicator_id, level, period

select indicator_id, level, period, milestone, deviation, pace
from year_milestone
where province_code = $province_code and unit_id = $unit_id and year = $year
order by indicator_id, level, period
