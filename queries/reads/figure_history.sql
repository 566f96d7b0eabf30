-- Mọi lần ghi một con số vào kho, kể cả lần đã được sửa, đã rút và đã thu hồi: ai, lúc nào, ghi thế nào, lần nào còn tính.
--
-- Every row of the ledger about one figure; a claim of today is one of them. Of the same row of the same document the newest upload counts.
--
-- param:  province_code | text      | province of the unit
-- param:  unit_id       | text      | unit
-- param:  indicator_id  | text      | catalogue id
-- param:  level         | text      | 'province', 'district', 'commune' or 'all'
-- param:  year          | int       | calendar year
-- param:  period        | text      | N, or a part of the year
-- param:  kind          | text      | 'target' or 'result'
-- column: upload_id     | bigint    | upload that brought it
-- column: row_number    | bigint    | row of its file
-- column: op            | text      | of a target; null = none
-- column: low           | decimal   | target's low end; a result's number or the low end of its span; null = none
-- column: high          | decimal   | high end; null = none
-- column: qualifier     | text      | of a result; null = none
-- column: basis         | text      | of a result: 'measured', 'stated' or 'words'; null for targets
-- column: as_written    | text      | words of the document
-- column: document      | text      | number
-- column: locator       | text      | null = not given
-- column: withdrawn     | boolean   | the row takes the figure back
-- column: seed          | boolean   | came with the program
-- column: uploaded_by   | text      | account name
-- column: uploaded_at   | timestamp | UTC
-- column: undone_by     | text      | who took the upload back; null = nobody
-- column: undone_at     | timestamp | UTC; null = it counts
-- column: undo_reason   | text      | null = nobody took it back
-- column: chosen        | boolean   | the claim that the screens show first
-- column: standing      | text      | of a claim of today; null = replaced by a later upload, withdrawn or taken back
-- column: self_stated   | boolean   | of a claim of today: the unit states it itself; false for others
-- column: unit_name     | text      | with prefix
-- unique: upload_id, row_number

with stated as (
    select upload_id, row_number, op, low, high, null::varchar as qualifier, null::varchar as basis, as_written, document, locator, withdrawn
    from target
    where $kind = 'target' and province_code = $province_code and unit_id = $unit_id and indicator_id = $indicator_id and level = $level
        and year = $year and period = $period
    union all by name
    select upload_id, row_number, coalesce(low, value) as low, high, qualifier, basis, as_written, document, locator, withdrawn
    from result
    where $kind = 'result' and province_code = $province_code and unit_id = $unit_id and indicator_id = $indicator_id and level = $level
        and year = $year and period = $period
)
select s.upload_id, s.row_number, s.op, s.low, s.high, s.qualifier, s.basis, s.as_written, s.document, s.locator, s.withdrawn,
    u.kind = 'seed' as seed, u.uploaded_by, u.uploaded_at, x.undone_by, x.undone_at, x.reason as undo_reason,
    coalesce(c.chosen, false) as chosen, c.standing, coalesce(c.self_stated, false) as self_stated, o.name as unit_name
from stated as s
join upload as u on u.upload_id = s.upload_id
left join upload_undo as x on x.upload_id = s.upload_id
left join current_claim as c
    on c.province_code = $province_code and c.unit_id = $unit_id and c.indicator_id = $indicator_id and c.kind = $kind and c.level = $level
    and c.year = $year and c.period = $period and c.upload_id = s.upload_id and c.row_number = s.row_number and not c.inherited
join unit as o on o.unit_id = $unit_id
order by s.upload_id desc, s.row_number
