-- Các lần nêu đã dẫn xuất của phần kho đang được xét: một tỉnh trong một khoảng năm, hoặc cả kho.
--
-- The part is the variable ``slice`` of the connection ({province, first, last}; without it everything), see ``in_slice`` in
-- queries/ledger.py: so it reaches the scan however far above the view the question is.
--
-- internal: what figure_facts is made of
-- from: current_claim
-- column: kind | text | 'target' or 'result'
-- column: province_code | text | province of the unit
-- column: indicator_id | text | catalogue id
-- column: unit_id | text | unit as it was in the period
-- column: level | text | whose figure
-- column: year | int | calendar year
-- column: period | text | N, 2T..11T, Q1..Q4, T1..T12
-- column: op | text | of a target; null for a milestone and for results
-- column: low | decimal | target's low end; a result's number or the low end of its span
-- column: high | decimal | target's high end; the high end of a result's span
-- column: as_written | text | short form of the document
-- column: document | text | number
-- column: locator | text | null = not given
-- column: upload_id | bigint | upload that brought it
-- column: row_number | bigint | row of its file
-- column: inherited | boolean | the province's target, standing for a unit that has none of its own
-- column: actual | decimal | of a result; null = in words, a span, or a target
-- column: qualifier | text | of a result; null for targets
-- column: numerator | decimal | of a result; null = not given
-- column: denominator | decimal | of a result; null = not given
-- column: as_of | date | of a result; null for targets
-- column: as_of_stated | boolean | of a result; null for targets
-- column: stated_status | text | of a result; null = the document does not say
-- column: note | text | null = none
-- column: chosen | boolean | the claim that the screens show first; one per key and kind
-- column: standing | text | 'current', 'superseded', 'conflicting' or 'beside'
-- column: basis | text | of a result: 'measured', 'stated' or 'words'; null for targets
-- column: self_stated | boolean | brought by somebody who is not in charge of the whole province: the unit's own word

create view claim_in_slice as
select * from current_claim
where getvariable('slice') is null or province_code = getvariable('slice').province
    and year between getvariable('slice').first::smallint and getvariable('slice').last::smallint
