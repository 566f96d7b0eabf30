-- Mọi mục tiêu cả năm mà văn bản hay đơn vị đặt, với đầu mút phải đạt và ngày xếp của văn bản.
--
-- A view of its own for the reason that unit_number names: target_move reads it three times.
--
-- internal: what target_move follows from one document to the next
-- from: current_claim, indicator_catalogue, unit, document_register, live_upload
-- column: province_code   | text    | province of the unit
-- column: unit_id         | text    | unit
-- column: indicator_id    | text    | catalogue id
-- column: level           | text    | 'province', 'district', 'commune' or 'all'
-- column: year            | int     | year by whose end it is to be reached
-- column: op              | text    | null = a milestone
-- column: low             | decimal | null = none
-- column: high            | decimal | null = none
-- column: bound           | decimal | the end that must be reached; null = no number
-- column: lower_is_better | boolean | the target is met from above
-- column: as_written      | text    | words of the document
-- column: document        | text    | number
-- column: locator         | text    | null = not given
-- column: chosen          | boolean | the claim that counts for its year
-- column: standing        | text    | 'current', 'superseded', 'conflicting' or 'beside'
-- column: self_stated     | boolean | the unit states it itself
-- column: upload_id       | bigint  | upload that brought it
-- column: row_number      | bigint  | row of its file
-- column: order_on        | date    | day by which its document is put in order; of none in the register, of its upload
-- column: unit_level      | text    | level of the unit
-- column: unit_name       | text    | name of the unit
-- column: kind            | text    | ratio, count, rate, money, rank, milestone
-- unique: province_code, unit_id, indicator_id, level, year, upload_id, row_number
-- example: current_claim(kind=target, inherited=false, op=range, low=20, high=30) indicator_catalogue(direction=lower) unit() live_upload() => bound=30, lower_is_better=true
-- example: current_claim(kind=target, inherited=true, op=>=, low=20) indicator_catalogue() unit() live_upload() => no row

create view target_line as
select c.province_code, c.unit_id, c.indicator_id, c.level, c.year, c.op, c.low, c.high,
    coalesce(case when c.op in ('<=', '<') or (c.op = 'range' and i.direction = 'lower') then c.high else c.low end, c.low, c.high) as bound,
    c.op in ('<=', '<') or (c.op = 'range' and i.direction = 'lower') as lower_is_better,
    c.as_written, c.document, c.locator, c.chosen, c.standing, c.self_stated, c.upload_id, c.row_number,
    coalesce(d.order_on, l.uploaded_at::date) as order_on, u.level as unit_level, u.name as unit_name, i.kind
from current_claim as c
join indicator_catalogue as i on i.indicator_id = c.indicator_id
join unit as u on u.unit_id = c.unit_id
join live_upload as l on l.upload_id = c.upload_id
left join document_register as d on d.number = c.document
where c.kind = 'target' and c.period = 'N' and not c.inherited
