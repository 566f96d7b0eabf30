-- Mọi huyện, xã của một tỉnh qua từng giai đoạn: còn hay đã kết thúc, thuộc đâu, đơn vị của hôm nay đứng trước.
--
-- param:  province_code | text | province
-- column: unit_id     | text | one state of a unit
-- column: code        | text | official code
-- column: unit_name   | text | with prefix
-- column: level       | text | 'district' or 'commune'
-- column: parent_name | text | unit above at the end of the state; null = none below the province
-- column: valid_from  | date | first day of the state
-- column: valid_to    | date | first day after it; null = still there
-- column: legal_basis | text | resolution, or the list it was read from
-- unique: unit_id

select u.unit_id, u.code, u.name as unit_name, u.level, p.name as parent_name, u.valid_from, u.valid_to, u.legal_basis
from unit as u
left join unit as p
    on p.code = u.parent_code and p.level = 'district' and p.valid_from < coalesce(u.valid_to, today_in_vietnam() + 1)
    and coalesce(p.valid_to, date '9999-01-01') >= coalesce(u.valid_to, today_in_vietnam() + 1)
where u.province_code = $province_code and u.level <> 'province'
order by u.valid_to is not null, u.valid_to desc nulls first, list_position(['commune', 'district'], u.level), u.name collate vi, u.unit_id
