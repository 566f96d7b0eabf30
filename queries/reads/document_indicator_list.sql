-- Những chỉ tiêu của một địa bàn có số liệu nêu trong một văn bản.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- param:  document      | text | number of the document
-- column: indicator_id  | text | catalogue id
-- unique: indicator_id

select distinct indicator_id
from current_claim
where province_code = $province_code and unit_id = $unit_id and document = $document
order by indicator_id
