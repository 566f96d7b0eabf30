-- Mọi lần các văn bản nêu con số của một chỉ tiêu, kể cả những lần không được chọn.
--
-- param:  province_code | text    | province of the territory
-- param:  unit_id       | text    | territory
-- param:  indicator_id  | text    | catalogue id, or 'any' for all
-- column: indicator_id  | text    | catalogue id
-- column: kind          | text    | 'target' or 'result'
-- column: level         | text    | 'province', 'district', 'commune' or 'all'
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: op            | text    | of a target; null for milestones and results
-- column: low           | decimal | target's low end; a result's number; null = none
-- column: high          | decimal | high end; null = none
-- column: qualifier     | text    | of a result: exact, about, over, nearly, estimate; null = in words, or a target
-- column: as_written    | text    | short form of the document
-- column: document      | text    | number
-- column: locator       | text    | null = not given
-- column: chosen        | boolean | the claim that the screens show first
-- column: standing      | text    | 'current', 'superseded', 'conflicting' or 'beside'
-- column: inherited     | boolean | the province's target
-- column: note          | text    | null = none
-- column: upload_id     | bigint  | upload that brought it
-- column: row_number    | bigint  | row of its file
-- column: basis         | text    | of a result: 'measured', 'stated', 'words'; null for targets
-- column: as_of         | date    | of a result: stated day, else day of the document; null = neither is known, or a target
-- column: as_of_stated  | boolean | of a result: the row states the day itself; null for targets
-- column: stated_status | text    | of a result: what the document itself says, 'met' or 'missed'; null = nothing
-- column: title         | text    | of the document; null = not in the register
-- column: issuer        | text    | of the document; null = the text does not say
-- column: issued_on     | date    | of the document; null = the text does not say
-- column: seed          | boolean | came with the program, nobody uploaded it
-- column: uploaded_by   | text    | account name
-- column: uploaded_at   | timestamp | UTC
-- column: self_stated   | boolean | the unit states it itself
-- column: unit_name     | text    | with prefix
-- unique: indicator_id, kind, level, year, period, upload_id, row_number, inherited

select c.indicator_id, c.kind, c.level, c.year, c.period, c.op, c.low, c.high, c.qualifier, c.as_written, c.document, c.locator, c.chosen, c.standing, c.inherited,
    c.note, c.upload_id, c.row_number, c.basis, c.as_of, c.as_of_stated, c.stated_status, d.title, d.issuer, d.issued_on,
    u.kind = 'seed' as seed, u.uploaded_by, u.uploaded_at, c.self_stated, o.name as unit_name
from current_claim as c
join upload as u on u.upload_id = c.upload_id
join unit as o on o.unit_id = c.unit_id
left join document_register as d on d.number = c.document
where c.province_code = $province_code and c.unit_id = $unit_id and ($indicator_id = 'any' or c.indicator_id = $indicator_id)
order by c.indicator_id, case c.level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end,
    c.year, c.period, c.kind desc, c.chosen desc, c.upload_id, c.row_number
