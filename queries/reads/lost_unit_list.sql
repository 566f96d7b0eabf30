-- Những đơn vị của một kỳ mà không đơn vị nào của hôm nay nhận số liệu: cấp huyện đã kết thúc, hoặc không rõ nhập vào đâu.
--
-- param:  province_code | text | province
-- param:  level         | text | 'district' or 'commune'
-- param:  on_day        | date | last day of the period
-- column: unit_id       | text | unit as it was then
-- column: unit_name     | text | with prefix
-- unique: unit_id

select u.unit_id, u.name as unit_name
from unit as u
where u.province_code = $province_code and u.level = $level and u.valid_from <= $on_day and (u.valid_to is null or u.valid_to > $on_day)
    and u.unit_id not in (select unit_id from unit_today)
order by u.name collate vi, u.unit_id
