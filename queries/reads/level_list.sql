-- Những cấp mà một địa bàn có số liệu và trong năm được chọn có đơn vị.
--
-- A level of units that had ended when the year began is not there: districts are offered for 2025, not for 2026.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- param:  year          | int  | calendar year
-- column: level         | text | 'province', 'district', 'commune' or 'all'
-- unique: level

select distinct f.level
from current_figure as f
left join level_end as e on e.province_code = f.province_code and e.level = f.level and e.ended_on <= make_date($year, 1, 1)
where f.province_code = $province_code and f.unit_id = $unit_id and e.level is null
order by list_position(['province', 'district', 'commune', 'all'], f.level)
