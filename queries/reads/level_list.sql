-- Những cấp mà một địa bàn có số liệu.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- column: level         | text | 'province', 'district', 'commune' or 'all'
-- unique: level

select distinct level
from current_figure
where province_code = $province_code and unit_id = $unit_id
order by list_position(['province', 'district', 'commune', 'all'], level)
