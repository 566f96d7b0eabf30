-- Ở từng cấp, kỳ báo cáo tiếp theo của một chỉ tiêu và hạn báo cáo.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- param:  indicator_id  | text | catalogue id
-- column: level         | text | 'province', 'district', 'commune' or 'all'
-- column: next_period   | text | 'Q2/2024', 'N/2024'; null = not scheduled
-- column: due_on        | date | last day on which it is in time; null = not scheduled
-- column: due_state     | text | 'due', 'overdue', 'never_reported', 'not_scheduled'
-- unique: level

select level, next_period, due_on, state as due_state
from figure_due
where province_code = $province_code and unit_id = $unit_id and indicator_id = $indicator_id
order by list_position(['province', 'district', 'commune', 'all'], level)
