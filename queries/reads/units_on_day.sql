-- Các đơn vị còn hiệu lực trong một kỳ của một tỉnh, để chọn và để ghi vào tệp mẫu.
--
-- param:  province_code | text | province
-- param:  on_day        | date | the day
-- column: unit_id       | text | one state of a unit
-- column: code          | text | official code
-- column: name          | text | with prefix
-- column: level         | text | 'province', 'district', 'commune'
-- column: parent_name   | text | unit above; null = a province, or none that day
-- unique: unit_id

select u.unit_id, u.code, u.name, u.level, p.name as parent_name
from unit as u
left join unit as p on p.code = u.parent_code and p.valid_from <= $on_day and (p.valid_to is null or p.valid_to > $on_day)
where u.province_code = $province_code and u.valid_from <= $on_day and (u.valid_to is null or u.valid_to > $on_day)
order by list_position(['province', 'district', 'commune'], u.level), u.code
