-- Một đơn vị thuộc tỉnh nào.
--
-- param:  unit_id       | text | the unit
-- column: province_code | text | its province
-- unique: province_code

select province_code
from unit
where unit_id = $unit_id
order by province_code
