-- Mỗi đơn vị thuộc tỉnh nào.
--
-- column: unit_id       | text | unit
-- column: province_code | text | its province
-- unique: unit_id

select unit_id, province_code
from unit
order by unit_id
