-- Đơn vị cấp trên và tỉnh của những đơn vị theo mã, để xét quyền.
--
-- param:  units         | text | unit codes joined by commas
-- column: code          | text | official code
-- column: parent_code   | text | unit above in one of its states; null = a province
-- column: province_code | text | province in one of its states

select distinct code, parent_code, province_code
from unit
where list_contains(string_split($units, ','), code)
order by code, parent_code, province_code
