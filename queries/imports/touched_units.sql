-- Các đơn vị mà một lần cập nhật chạm tới, để xét ai được quản nó.
--
-- param:  upload_id     | bigint | the upload
-- column: code          | text   | code of the unit
-- column: parent_code   | text   | code of the unit above; null = a province
-- column: province_code | text   | province of the unit
-- unique: code, parent_code, province_code

select distinct u.code, u.parent_code, u.province_code
from upload_scope as s join unit as u on u.unit_id = s.unit_id
where s.upload_id = $upload_id
order by u.code, u.parent_code, u.province_code
