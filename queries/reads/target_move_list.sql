-- Mục tiêu của từng chỉ tiêu đã đi qua các văn bản thế nào: văn bản nào đặt bao nhiêu, cho năm nào, nâng hay hạ.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- column: indicator_id      | text    | catalogue id
-- column: short_name        | text    | for tables
-- column: pillar_name       | text    | as on the screen
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: year              | int     | year by whose end it is to be reached
-- column: period            | text    | 'N'
-- column: target_op         | text    | null = a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: target_as_written | text    | words of the document
-- column: document          | text    | as it is cited
-- column: locator           | text    | null = not given
-- column: issuer            | text    | null = not said, or not in the register
-- column: issued_on         | date    | null = not said, or not in the register
-- column: order_on          | date    | day by which its document is put in order
-- column: chosen            | boolean | the claim that counts for its year
-- column: standing          | text    | 'current', 'superseded', 'conflicting' or 'beside'
-- column: upload_id         | bigint  | upload that brought it
-- column: row_number        | bigint  | row of its file
-- column: seed              | boolean | came with the program
-- column: uploaded_by       | text    | account name
-- column: uploaded_at       | timestamp | UTC
-- column: moved             | text    | 'lowered', 'raised', 'kept', 'words' or 'first'
-- column: change            | decimal | in the indicator's unit; null = not two numbers
-- column: before_year       | int     | year of the target that it follows; null = none
-- column: before_as_written | text    | null = none
-- column: before_document   | text    | null = none
-- column: province_bound    | decimal | what the province asks of the level; null = nothing, or it is the province's own
-- column: province_document | text    | null = nowhere
-- column: below_province    | boolean | the unit asks for less than the province
-- unique: indicator_id, level, year, upload_id, row_number

select m.indicator_id, i.short_name, i.pillar_name, i.unit_of_measure, m.level, m.year, 'N' as period, m.op as target_op, m.low as target_low,
    m.high as target_high, m.as_written as target_as_written, cited(m.document, m.self_stated, o.name) as document,
    m.locator, d.issuer, d.issued_on, m.order_on, m.chosen, m.standing, m.upload_id, m.row_number, u.kind = 'seed' as seed, u.uploaded_by,
    u.uploaded_at, m.moved, m.change, m.before_year, m.before_as_written, m.before_document, m.province_bound, m.province_document,
    m.below_province
from target_move as m
join indicator_catalogue as i on i.indicator_id = m.indicator_id
join upload as u on u.upload_id = m.upload_id
join unit as o on o.unit_id = m.unit_id
left join document_register as d on d.number = m.document
where m.province_code = $province_code and m.unit_id = $unit_id
order by i.pillar_order, m.indicator_id, list_position(['province', 'district', 'commune', 'all'], m.level), m.year, m.order_on, m.document,
    m.upload_id, m.row_number
