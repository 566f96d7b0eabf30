-- Các lần nêu của phần kho đang được xét, theo thứ tự của sổ cái: mục tiêu trước, kết quả sau.
--
-- What is stated once stands as its row says; ``contested_claim`` is the view ``claim`` over the few other rows.
--
-- makes: derived_claim
-- column: kind          | text    | 'target' or 'result'
-- column: province_code | text    | province of the unit
-- column: indicator_id  | text    | catalogue id
-- column: unit_id       | text    | unit as it was in the period
-- column: level         | text    | whose figure
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: op            | text    | of a target; null for a milestone and for results
-- column: low           | decimal | target's low end; a result's number or the low end of its span
-- column: high          | decimal | target's high end; the high end of a result's span
-- column: as_written    | text    | short form of the document
-- column: document      | text    | number
-- column: locator       | text    | null = not given
-- column: upload_id     | bigint  | upload that brought it
-- column: row_number    | bigint  | row of its file
-- column: inherited     | boolean | the province's target, standing for a unit that has none of its own
-- column: note          | text    | null = none
-- column: chosen        | boolean | the claim that the screens show first; one per key and kind
-- column: standing      | text    | 'current', 'superseded', 'conflicting' or 'beside'
-- column: self_stated   | boolean | brought by somebody who is not in charge of the whole province: the unit's own word
-- column: actual        | decimal | of a result; null = in words, a span, or a target
-- column: qualifier     | text    | of a result; null for targets
-- column: numerator     | decimal | of a result; null = not given
-- column: denominator   | decimal | of a result; null = not given
-- column: as_of         | date    | of a result; null for targets
-- column: as_of_stated  | boolean | of a result; null for targets
-- column: stated_status | text    | of a result; null = the document does not say
-- column: basis         | text    | of a result: 'measured', 'stated' or 'words'; null for targets

create or replace temp view derived_claim as
select 'target' as kind, province_code, indicator_id, unit_id, level, year, period, op, low, high, as_written, document, locator,
    upload_id, row_number, false as inherited, note, true as chosen, 'current' as standing, self_stated
from live_target
where not withdrawn and hash('target', province_code, year, period, indicator_id, unit_id, level) not in (select mark from contested_mark)
union all by name
select 'result' as kind, province_code, indicator_id, unit_id, level, year, period, coalesce(low, actual) as low, high, as_written, document,
    locator, upload_id, row_number, false as inherited, actual, qualifier, numerator, denominator, as_of, as_of_stated, stated_status, note,
    true as chosen, 'current' as standing, basis, self_stated
from live_result
where not withdrawn and hash('result', province_code, year, period, indicator_id, unit_id, level) not in (select mark from contested_mark)
union all by name
select * from contested_claim
