-- Mọi lần nêu mục tiêu và kết quả đang có hiệu lực, đủ mọi cột của mẫu, để nạp lại ở nơi khác.
--
-- The shown claim of a figure stands before the others: where nothing else puts them in order, the first row counts. What was
-- withdrawn or taken back is not among them. A unit's own words are marked: they are its own only where it brings them itself.
--
-- column: self_stated  | boolean | the unit states it itself: brought by somebody who is not in charge of the whole province
-- column: indicator_id | text    | catalogue id
-- column: level        | text    | whose figure
-- column: unit_code    | text    | official code of the unit
-- column: year         | int     | calendar year
-- column: period       | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: target_text  | text    | as written; null = a result
-- column: op           | text    | of a target; null = a milestone, or a result
-- column: target_low   | decimal | null = none
-- column: target_high  | decimal | null = none
-- column: result_text  | text    | as written; null = a target
-- column: value        | decimal | of a result; null = in words, a span, a fraction, or a target
-- column: low          | decimal | low end of a result that is a span; null otherwise
-- column: high         | decimal | high end of a result that is a span; null otherwise
-- column: qualifier    | text    | of a result with a number; null otherwise
-- column: numerator    | decimal | null = not given
-- column: denominator  | decimal | null = not given
-- column: as_of        | date    | day that the row states; null = none
-- column: stated_status | text   | what the document says; null = nothing
-- column: basis        | text    | of a result: 'measured', 'stated' or 'words'; null = a target
-- column: document     | text    | number
-- column: locator      | text    | null = not given
-- column: note         | text    | null = none

select c.self_stated, c.indicator_id, c.level, u.code as unit_code, c.year, c.period,
    case when c.kind = 'target' then c.as_written end as target_text, c.op,
    case when c.kind = 'target' then c.low end as target_low, case when c.kind = 'target' then c.high end as target_high,
    case when c.kind = 'result' then c.as_written end as result_text,
    r.value, r.low, r.high, c.qualifier, c.numerator, c.denominator, case when c.as_of_stated then c.as_of end as as_of,
    c.stated_status, c.basis, c.document, c.locator, c.note
from current_claim as c
join unit as u on u.unit_id = c.unit_id
left join result as r on c.kind = 'result' and r.upload_id = c.upload_id and r.row_number = c.row_number
where not c.inherited
order by c.self_stated, c.province_code, c.year, c.period, c.indicator_id, c.unit_id, c.level, c.kind desc, not c.chosen, c.document, c.locator, c.row_number
