-- Mọi dòng sổ mục tiêu của các lần cập nhật còn hiệu lực, cùng ngày để xếp thứ tự và người nêu.
--
-- internal: what target_claim chooses from
-- from: document_register, live_upload, target_in_slice
-- column: upload_id     | bigint  | upload that brought the claim
-- column: row_number    | bigint  | row of its file
-- column: province_code | text    | province of the unit
-- column: indicator_id  | text    | catalogue id
-- column: unit_id       | text    | unit as it was in the period
-- column: level         | text    | whose figure
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: op            | text    | null = a milestone without a number
-- column: low           | decimal | null = none
-- column: high          | decimal | null = none
-- column: as_written    | text    | short form of the document
-- column: document      | text    | number
-- column: locator       | text    | null = not given
-- column: order_on      | date    | day by which claims are put in order
-- column: note          | text    | null = none
-- column: self_stated   | boolean | brought by somebody who is not in charge of the whole province: the unit's own word
-- column: withdrawn     | boolean | the claim is taken back by this row

create view live_target as
select
    t.upload_id, t.row_number, t.province_code, t.indicator_id, t.unit_id, t.level, t.year, t.period,
    t.op, t.low, t.high, t.as_written, t.document, t.locator,
    coalesce(d.order_on, cast(u.uploaded_at as date)) as order_on, t.note,
    coalesce(not contains(u.territories, concat(',', t.province_code, ',')), false) as self_stated, t.withdrawn
from target_in_slice as t
join live_upload as u on u.upload_id = t.upload_id
left join document_register as d on d.number = t.document
