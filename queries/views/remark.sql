-- Nhận xét về kết quả, tồn tại, nguyên nhân, giải pháp, kiến nghị, khả năng đạt: của văn bản kèm vị trí, của đơn vị kèm người nêu.
--
-- published
-- from: document_remark, live_upload, document_register, unit, unit_remark_version, indicator_catalogue
-- column: remark_id    | text      | our own name of the remark
-- column: indicator_id | text      | indicator that it speaks of; null = none, or several
-- column: pillar       | text      | code of the pillar
-- column: unit_id      | text      | territory that says so, as it was then; of a unit's own remark as it is today
-- column: level        | text      | 'province', 'district', 'commune' or 'all'; null = not said
-- column: year         | int       | year that it speaks of; null = not said
-- column: period       | text      | null = not said
-- column: kind         | text      | 'result', 'shortcoming', 'cause', 'remedy', 'proposal', 'outlook'
-- column: text         | text      | of a document short and in our own words; null = an outlook without words
-- column: document     | text      | number of the document; null = the unit says so itself
-- column: locator      | text      | place in it; null = the unit says so itself
-- column: author       | text      | who typed it; null = taken from the document
-- column: uploaded_at  | timestamp | UTC
-- column: outlook      | text      | 'certain', 'possible', 'needs_help', 'hard': how likely the target is; null = another kind
-- unique: remark_id

create view remark as
select r.remark_id, r.indicator_id, r.pillar, u.unit_id, null::varchar as level, null::integer as year, null::varchar as period,
    r.kind, r.text, r.document, r.locator, null::varchar as author, l.uploaded_at, null::varchar as outlook
from document_remark as r
join live_upload as l using (upload_id)
join document_register as d on d.number = r.document
join unit as u on u.code = r.unit_code and u.valid_from <= d.order_on and (u.valid_to is null or u.valid_to > d.order_on)
qualify row_number() over (partition by r.remark_id order by r.upload_id desc) = 1
union all
select concat_ws('.', r.unit_code, r.indicator_id, r.year, r.kind), r.indicator_id, c.pillar, u.unit_id, null, r.year, null,
    r.kind, r.text, null, null, r.author, r.uploaded_at, r.outlook
from unit_remark_version as r
join indicator_catalogue as c on c.indicator_id = r.indicator_id
join (
    select code, arg_max(unit_id, valid_from) as unit_id from unit where valid_from <= today_in_vietnam() group by code) as u on u.code = r.unit_code
where r.newest
