-- Từ năm nào mỗi đơn vị có số liệu hay mục tiêu của một chỉ tiêu ở một cấp.
--
-- A view of its own for the reason that unit_number names.
--
-- internal: what reporting_duty counts from
-- from: current_figure, unit
-- column: province_code | text | province of the unit
-- column: unit_id       | text | unit as it was in the period
-- column: unit_level    | text | the unit's own level
-- column: indicator_id  | text | catalogue id
-- column: level         | text | whose figure: 'province', 'district', 'commune' or 'all'
-- column: since         | int  | first year with a figure
-- column: since_target  | int  | first year with a target; null = none was set
-- unique: indicator_id, unit_id, level
-- example: current_figure(year=2023, has_target=false) current_figure(year=2024) unit() => since=2023, since_target=2024

create view figure_since as
select f.province_code, f.unit_id, u.level as unit_level, f.indicator_id, f.level, min(f.year) as since,
    min(f.year) filter (where f.has_target) as since_target
from current_figure as f join unit as u on u.unit_id = f.unit_id
group by f.province_code, f.unit_id, u.level, f.indicator_id, f.level
