-- Mọi con số mà văn bản tự nêu, mỗi lần nêu một dòng; của mục tiêu là mức phải đạt.
--
-- A view of its own, because whoever pairs claims with one another reads it twice: as a common table expression it would be kept as one table,
-- and no filter would reach the claims. A result that only repeats its target is no number.
--
-- internal: what the checks of claims against one another read
-- from: current_claim, document_register, indicator_catalogue, unit
-- column: province_code   | text    | province of the unit
-- column: unit_id         | text    | territory that states it
-- column: unit_level      | text    | level of that territory
-- column: kind            | text    | 'target' or 'result'
-- column: indicator_id    | text    | catalogue id
-- column: short_name      | text    | of the indicator
-- column: unit_of_measure | text    | '%', 'người' ...
-- column: direction       | text    | 'higher', 'lower' or 'none'
-- column: indicator_kind  | text    | ratio, count, rate, money, rank, milestone
-- column: level           | text    | whose figure
-- column: year            | int     | calendar year
-- column: period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: op              | text    | of a target: '>=', '>', '<=', '<', '='; null = in words, or a result
-- column: chosen          | boolean | it is the one that is shown
-- column: standing        | text    | how it stands to the others about the same figure
-- column: as_written      | text    | as the document has it
-- column: document        | text    | as it is to be cited
-- column: order_on        | date    | day by which the document is put in order; null = not in the register
-- column: locator         | text    | place in it; null = not given
-- column: self_stated     | boolean | the unit's own word
-- column: bound           | decimal | the number that is to be reached, or not passed; of a result its number, or the low end of its span; null = in words
-- example: current_claim(kind=target, inherited=false, op=<=, low=3, high=5) indicator_catalogue(indicator_id=X) unit(unit_id=42) => bound=5
-- example: current_claim(kind=target, inherited=false, op=>=, low=3, high=5) indicator_catalogue(indicator_id=X) unit(unit_id=42) => bound=3
-- example: current_claim(kind=target, inherited=true, op=>=, low=3) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row
-- example: current_claim(kind=result, inherited=false, low=3) indicator_catalogue(indicator_id=X) unit(unit_id=42) => bound=3
-- example: current_claim(kind=result, inherited=false, low=3, basis=stated) indicator_catalogue(indicator_id=X) unit(unit_id=42) => no row

create view stated_bound as
select c.province_code, c.unit_id, u.level as unit_level, c.kind, c.indicator_id, i.short_name, i.unit_of_measure, i.direction, i.kind as indicator_kind, c.level, c.year, c.period,
    c.op, c.chosen, c.standing, c.as_written, cited(c.document, c.self_stated, u.name) as document, d.order_on, c.locator, c.self_stated,
    coalesce(case when c.op in ('<=', '<') then c.high else c.low end, c.low, c.high) as bound
from current_claim as c
join indicator_catalogue as i on i.indicator_id = c.indicator_id
join unit as u on u.unit_id = c.unit_id
left join document_register as d on d.number = c.document
where not c.inherited and (c.kind = 'target' or c.basis is distinct from 'stated')
