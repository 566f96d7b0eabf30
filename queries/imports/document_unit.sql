-- Văn bản này của đơn vị nào, để xét ai được đính kèm tệp gốc.
--
-- param:  document      | text | number of the document
-- column: code          | text | code of its unit; null = the central government
-- column: parent_code   | text | code of the unit above; null = a province, or the central government
-- column: province_code | text | province of the unit; null = the central government
-- unique: code

select u.code, u.parent_code, u.province_code
from document_register as d
left join (select * from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as u on u.code = d.unit_code
where d.number = $document
order by u.code
