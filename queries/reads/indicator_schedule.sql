-- Ở từng cấp, kỳ báo cáo tiếp theo của từng chỉ tiêu của một địa bàn và hạn báo cáo.
--
-- Of all indicators at once: planning the question takes as long for one of them, and the page asks about the next one soon.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- column: indicator_id  | text | catalogue id
-- column: level         | text | 'province', 'district', 'commune' or 'all'
-- column: next_period   | text | 'Q2/2024', 'N/2024'; null = not scheduled
-- column: due_on        | date | last day on which it is in time; null = not scheduled
-- column: due_state     | text | 'due', 'overdue', 'never_reported', 'not_scheduled'
-- unique: indicator_id, level

select indicator_id, level, next_period, due_on, state as due_state
from figure_due
where province_code = $province_code and unit_id = $unit_id
order by indicator_id, list_position(['province', 'district', 'commune', 'all'], level)
