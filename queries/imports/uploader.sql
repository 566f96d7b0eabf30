-- Ai đã nạp một lần cập nhật và khi đó được giao những đơn vị nào.
--
-- param:  upload_id     | bigint | the upload
-- column: uploaded_by   | text   | account name
-- column: code          | text   | code of a unit that the uploader was in charge of; null = everything
-- column: parent_code   | text   | code of the unit above; null = a province, or everything
-- column: province_code | text   | province of the unit; null = everything
-- unique: code

select t.uploaded_by, u.code, u.parent_code, u.province_code
from (
    select uploaded_by, unnest(string_split(coalesce(territories, '*'), ',')) as territory
    from upload
    where upload_id = $upload_id
) as t
left join (select * from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as u on u.code = t.territory
order by u.code
