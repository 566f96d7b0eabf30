-- Nhận xét mới nhất về từng chỉ tiêu của một địa bàn, trừ loại kết quả: của văn bản hoặc của chính đơn vị.
--
-- param:  unit_id      | text      | territory
-- column: indicator_id | text      | indicator that it speaks of
-- column: kind         | text      | 'shortcoming', 'cause', 'remedy', 'proposal', 'outlook'
-- column: outlook      | text      | 'certain', 'possible', 'needs_help', 'hard'; null = no outlook
-- column: text         | text      | null = an outlook without words
-- column: document     | text      | number of the document; null = the unit says so itself
-- column: locator      | text      | place in it; null = the unit says so itself
-- column: author       | text      | account that brought it; null = taken from the document
-- column: said_on      | date      | day by which the document is put in order, or day of the upload in Viet Nam
-- unique: indicator_id

with said as (
    select r.indicator_id, r.kind, r.outlook, r.text, r.document, r.locator, r.author, r.uploaded_at, r.remark_id,
        case when r.document is null then cast(r.uploaded_at + interval 7 hour as date) else d.order_on end as said_on
    from remark as r
    join unit as u on u.unit_id = r.unit_id
    left join document_register as d on d.number = r.document
    where u.code = string_split($unit_id, '-')[1] and r.indicator_id is not null and r.kind <> 'result'
)
select indicator_id, kind, outlook, text, document, locator, author, said_on
from said
qualify row_number() over (
    partition by indicator_id
    order by said_on desc nulls last, list_position(['cause', 'shortcoming', 'outlook', 'proposal', 'remedy'], kind), uploaded_at desc, remark_id) = 1
order by indicator_id
