-- Mọi lần các văn bản nêu con số của một chỉ tiêu, kể cả những lần không được chọn.
--
-- param:  province_code | text    | province of the territory
-- param:  unit_id       | text    | territory
-- param:  indicator_id  | text    | catalogue id
-- column: kind          | text    | 'target' or 'result'
-- column: level         | text    | 'province', 'district', 'commune' or 'all'
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: op            | text    | of a target; null for milestones and results
-- column: low           | decimal | target's low end; a result's number; null = none
-- column: high          | decimal | high end; null = none
-- column: as_written    | text    | short form of the document
-- column: document      | text    | number
-- column: locator       | text    | null = not given
-- column: chosen        | boolean | the claim that the screens show first
-- column: standing      | text    | 'current', 'superseded' or 'conflicting'
-- column: inherited     | boolean | the province's target
-- column: note          | text    | null = none
-- column: upload_id     | bigint  | upload that brought it
-- column: row_number    | bigint  | row of its file
-- unique: kind, level, year, period, upload_id, row_number, inherited

select kind, level, year, period, op, low, high, as_written, document, locator, chosen, standing, inherited, note, upload_id, row_number
from current_claim
where province_code = $province_code and unit_id = $unit_id and indicator_id = $indicator_id
order by case level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end,
    year, period, kind desc, chosen desc, upload_id, row_number
