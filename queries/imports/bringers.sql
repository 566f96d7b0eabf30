-- Ai đã đưa số liệu vào theo từng văn bản, với những địa bàn nào.
--
-- column: document      | text | number
-- column: uploaded_by   | text | account name
-- column: territory     | text | code of a unit that the uploader was in charge of then; '*' = everything
-- column: code          | text | the same as the units know it; null = everything
-- column: parent_code   | text | code of the unit above; null = a province, or everything
-- column: province_code | text | province of the unit; null = everything
-- unique: document, uploaded_by, territory

with brought as (
    select distinct c.document, u.uploaded_by, unnest(string_split(coalesce(u.territories, '*'), ',')) as territory
    from (select distinct document, upload_id from current_claim where not inherited) as c
    join upload as u on u.upload_id = c.upload_id
)
select b.document, b.uploaded_by, b.territory, u.code, u.parent_code, u.province_code
from brought as b
left join (select code, parent_code, province_code from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as u
    on u.code = b.territory
order by b.document, b.uploaded_by, b.territory
