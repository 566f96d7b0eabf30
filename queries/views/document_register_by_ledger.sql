-- Sổ văn bản: số hiệu, cơ quan, ngày, thay thế văn bản nào.
--
-- internal: defines the derived table document_register
-- from: document, live_upload, unit
-- column: number    | text | the document's number
-- column: kind      | text | kế hoạch, đề án, báo cáo
-- column: title     | text | short title
-- column: issuer    | text | null = the text does not say
-- column: issued_on | date | null = the text does not say
-- column: order_on  | date | day by which documents are put in order
-- column: unit_code | text | territory whose document it is; null = the central government
-- column: replaces  | text | number of the document it replaces; null = none
-- column: note      | text | null = nothing to say
-- column: owners    | text | codes of its unit and of the units above it, a comma before and behind each; null = the central government
-- unique: number

create view document_register_by_ledger as
select d.number, d.kind, d.title, d.issuer, d.issued_on, d.order_on, d.unit_code, d.replaces, d.note,
    case when d.unit_code is not null then concat(',', concat_ws(',', d.unit_code, o.parent_code, o.province_code), ',') end as owners
from document as d join live_upload as u using (upload_id)
left join (
    select code, parent_code, province_code from unit
    qualify row_number() over (partition by code order by valid_from desc) = 1) as o on o.code = d.unit_code
qualify row_number() over (partition by d.number order by d.upload_id desc) = 1
