-- Đơn vị mà một lần báo số sai nói về, ở mọi giai đoạn của nó: ai phụ trách một giai đoạn thì trả lời được.
--
-- param:  doubt_id      | bigint | the doubt
-- column: code          | text   | code of the unit
-- column: parent_code   | text   | code of the unit above; null = a province
-- column: province_code | text   | its province
-- unique: code, parent_code, province_code

select distinct u.code, u.parent_code, u.province_code
from doubt as d join unit as u on u.code = string_split(d.unit_id, '-')[1]
where d.doubt_id = $doubt_id
order by 1, 2, 3
