-- Mọi lần nêu mục tiêu hay kết quả của một tỉnh trong một khoảng năm, gom một lần để dẫn xuất.
--
-- makes: stated_slice
-- param:  province        | text    | province
-- param:  first           | int     | first year
-- param:  last            | int     | last year
-- column: kind            | text    | 'target' or 'result'
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: unit_id         | text    | unit as it was in the period
-- column: level           | text    | whose figure
-- column: year            | int     | calendar year
-- column: period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: op              | text    | of a target; null for a milestone and for results
-- column: low             | decimal | target's low end; a result's number or the low end of its span
-- column: high            | decimal | target's high end; the high end of a result's span
-- column: as_written      | text    | short form of the document
-- column: document        | text    | number
-- column: locator         | text    | null = not given
-- column: upload_id       | bigint  | upload that brought it
-- column: row_number      | bigint  | row of its file
-- column: inherited       | boolean | the province's target, standing for a unit that has none of its own
-- column: actual          | decimal | of a result; null = in words, a span, or a target
-- column: qualifier       | text    | of a result; null = in words, or a target
-- column: numerator       | decimal | of a result; null = not given
-- column: denominator     | decimal | of a result; null = not given
-- column: as_of           | date    | of a result; null for targets
-- column: as_of_stated    | boolean | of a result; null for targets
-- column: stated_status   | text    | of a result; null = the document does not say
-- column: note            | text    | null = none
-- column: order_on        | date    | day by which claims are put in order
-- column: basis           | text    | of a result: 'measured', 'stated' or 'words'; null for targets
-- column: self_stated     | boolean | brought by somebody who is not in charge of the whole province: the unit's own word
-- column: yields          | boolean | a unit's own target, for a year for which the province has set one: it only stands beside

create or replace temp table stated_slice as
select kind, province_code, indicator_id, unit_id, level, year, period, op, low, high, as_written, document, locator, upload_id,
    row_number, inherited, actual, qualifier, numerator, denominator, as_of, as_of_stated, stated_status, note, order_on,
    basis, self_stated, yields
from stated_claim
where province_code = $province and year between $first and $last
