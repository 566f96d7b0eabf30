-- Nhiệm vụ nào phục vụ chỉ tiêu nào, kèm lý do, của các văn bản một địa bàn.
--
-- param:  unit_id      | text | territory
-- column: task_id      | text | task
-- column: indicator_id | text | indicator that it serves
-- column: short_name   | text | its name for narrow places
-- column: reason       | text | why, in our own words
-- unique: task_id, indicator_id

select k.task_id, k.indicator_id, c.short_name, k.reason
from known_link as k
join known_task as t on t.task_id = k.task_id
join indicator_catalogue as c on c.indicator_id = k.indicator_id
where t.unit_code = string_split($unit_id, '-')[1]
order by c.pillar_order, k.indicator_id, k.task_id
