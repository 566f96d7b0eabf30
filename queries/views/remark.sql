-- Nhận xét về kết quả, tồn tại, nguyên nhân, giải pháp, kiến nghị, mỗi nhận xét kèm văn bản và vị trí.
--
-- published
-- from: document_remark, live_upload, document_register, unit
-- column: remark_id    | text      | our own name of the remark
-- column: indicator_id | text      | indicator that it speaks of; null = none, or several
-- column: pillar       | text      | code of the pillar
-- column: unit_id      | text      | territory whose document says so, as it was then
-- column: level        | text      | 'province', 'district', 'commune' or 'all'; null = not said
-- column: year         | int       | year that it speaks of; null = not said
-- column: period       | text      | null = not said
-- column: kind         | text      | 'result', 'shortcoming', 'cause', 'remedy', 'proposal'
-- column: text         | text      | short, in our own words
-- column: document     | text      | number of the document
-- column: locator      | text      | place in it
-- column: author       | text      | who typed it; null = taken from the document
-- column: uploaded_at  | timestamp | UTC
-- unique: remark_id

create view remark as
select r.remark_id, r.indicator_id, r.pillar, u.unit_id, null::varchar as level, null::integer as year, null::varchar as period,
    r.kind, r.text, r.document, r.locator, null::varchar as author, l.uploaded_at
from document_remark as r
join live_upload as l using (upload_id)
join document_register as d on d.number = r.document
join unit as u on u.code = r.unit_code and u.valid_from <= d.order_on and (u.valid_to is null or u.valid_to > d.order_on)
qualify row_number() over (partition by r.remark_id order by r.upload_id desc) = 1
