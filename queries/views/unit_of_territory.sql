-- Những huyện, xã mà một địa bàn phải hỏi tới: của tỉnh là các đơn vị hiện nay, của huyện, xã là chính nó.
--
-- internal: whose figures a signal about units looks at
-- from: unit
-- column: province_code | text    | province
-- column: territory_id  | text    | the territory that asks
-- column: whole         | boolean | the territory is the province: each unit is a row of its own
-- column: unit_id       | text    | unit
-- column: name          | text    | with prefix
-- column: level         | text    | 'district' or 'commune'
-- column: valid_from    | date    | first day of this state
-- unique: territory_id, unit_id
-- example: unit(unit_id=42, level=province, province_code=42) unit(unit_id=a, level=commune, province_code=42, valid_to=null) unit(unit_id=b, level=commune, province_code=42, valid_to=2025-07-01) => territory_id=42, whole=true, unit_id=a
-- example: unit(unit_id=b, level=commune, province_code=42, valid_to=2025-07-01) => territory_id=b, whole=false, unit_id=b

create view unit_of_territory as
select t.province_code, t.unit_id as territory_id, t.level = 'province' as whole, u.unit_id, u.name, u.level, u.valid_from
from unit as t
join unit as u
    on u.province_code = t.province_code and u.level <> 'province'
    and case when t.level = 'province' then u.valid_to is null else u.unit_id = t.unit_id end
