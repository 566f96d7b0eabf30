-- Mỗi lần một văn bản hay một tệp nêu một con số, được chọn hay không.
--
-- published
-- from: current_claim, indicator_catalogue, unit
-- column: kind           | text    | 'target' or 'result'
-- column: indicator_id   | text    | catalogue id
-- column: indicator_name | text    | full name
-- column: unit_id        | text    | unit as it was in the period
-- column: unit_name      | text    | with prefix
-- column: level          | text    | 'province', 'district', 'commune' or 'all'
-- column: year           | int     | calendar year
-- column: period         | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: op             | text    | of a target; null for milestones and results
-- column: low            | decimal | target's low end; a result's number or the low end of its span; null = none
-- column: high           | decimal | high end; null = none
-- column: as_written     | text    | short form of the document
-- column: document       | text    | number
-- column: locator        | text    | null = not given
-- column: upload_id      | bigint  | upload that brought it
-- column: chosen         | boolean | shown first; one per key and kind
-- column: standing       | text    | 'current', 'superseded', 'conflicting', or 'beside': the unit's own word next to somebody else's
-- column: stated_status  | text    | of a result: what its document says, 'met' or 'missed'; null = nothing, or a target
-- column: basis          | text    | of a result: 'measured', 'stated' (said to be met, no number of its own) or 'words'; null for targets
-- column: self_stated    | boolean | the unit states it itself: brought by somebody who is not in charge of the whole province

create view figure_claim as
select c.kind, c.indicator_id, i.name as indicator_name, c.unit_id, u.name as unit_name, c.level, c.year, c.period,
    c.op, c.low, c.high, c.as_written, c.document, c.locator, c.upload_id, c.chosen, c.standing,
    c.stated_status, c.basis, c.self_stated
from current_claim as c
join indicator_catalogue as i on i.indicator_id = c.indicator_id
join unit as u on u.unit_id = c.unit_id
where not c.inherited
