-- Những chỉ tiêu của một địa bàn cùng mọi tên gọi đã bỏ dấu, để tìm.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- column: indicator_id  | text | catalogue id
-- column: name          | text | full name
-- column: search_key    | text | id, name, aliases and pillar, lower case, without diacritics
-- unique: indicator_id

select i.indicator_id, i.name, i.search_key
from indicator_catalogue as i
where i.indicator_id in (select indicator_id from current_figure where province_code = $province_code and unit_id = $unit_id)
order by case i.rank when 'headline' then 1 when 'supporting' then 2 else 3 end, i.pillar_order, i.indicator_id
