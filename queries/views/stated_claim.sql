-- Mọi lần nêu mục tiêu hay kết quả, cùng mục tiêu chung mà đơn vị dùng, trước khi chọn lần được hiện.
--
-- A target of the province for districts or communes is inherited by each of its units that reports a result for that key, or
-- states a target of its own there (but for counts: 10 to 20 communes are the province's, not each one's); ``claim`` takes it back where the province has set the unit another one. A view of its own, because ``claim`` reads it twice and a
-- slice reaches the ledgers only through a view.
--
-- internal: the rows that claim ranks
-- from: indicator_catalogue, result_claim, target_claim, unit
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

create view stated_claim as
with targets as materialized (
    select * from target_claim
),
results as materialized (
    select * from result_claim
),
for_each_unit as materialized (  -- what the province set for every unit of a level; a count is the units' together
    select * from targets
    where level in ('district', 'commune') and unit_id in (select unit_id from unit where level = 'province')
        and indicator_id not in (select indicator_id from indicator_catalogue where kind = 'count')
),
yielding as (  -- where a unit's own target meets one that the province has set for it, or for every unit of the level
    select o.province_code, o.indicator_id, o.unit_id, o.level, o.year
    from targets as o
    join targets as p
        on p.province_code = o.province_code and p.indicator_id = o.indicator_id and p.level = o.level and p.year = o.year
        and p.unit_id = o.unit_id
    where o.self_stated and not p.self_stated
    union
    select o.province_code, o.indicator_id, o.unit_id, o.level, o.year
    from targets as o
    join for_each_unit as p
        on p.province_code = o.province_code and p.indicator_id = o.indicator_id and p.level = o.level and p.year = o.year
    where o.self_stated and not p.self_stated
),
key_of_unit as (
    select province_code, indicator_id, unit_id, level, year, period from results
    union all
    select province_code, indicator_id, unit_id, level, year, period from targets where self_stated
)
select 'target' as kind, t.province_code, t.indicator_id, t.unit_id, t.level, t.year, t.period, op, low, high,
    as_written, document, locator, upload_id, row_number, false as inherited,
    null::decimal(18, 4) as actual, null::varchar as qualifier, null::decimal(18, 4) as numerator,
    null::decimal(18, 4) as denominator, null::date as as_of, null::boolean as as_of_stated,
    null::varchar as stated_status, note, order_on, null::varchar as basis, self_stated,
    self_stated and y.unit_id is not null as yields
from targets as t
left join yielding as y
    on y.province_code = t.province_code and y.indicator_id = t.indicator_id and y.unit_id = t.unit_id and y.level = t.level and y.year = t.year
union all
select distinct 'target', r.province_code, r.indicator_id, r.unit_id, r.level, r.year, r.period, t.op, t.low, t.high,
    t.as_written, t.document, t.locator, t.upload_id, t.row_number, true,
    null::decimal(18, 4), null::varchar, null::decimal(18, 4),
    null::decimal(18, 4), null::date, null::boolean,
    null::varchar, t.note, t.order_on, null::varchar, false, false
from key_of_unit as r
join for_each_unit as t
    on t.province_code = r.province_code and t.indicator_id = r.indicator_id and t.level = r.level
    and t.year = r.year and t.period = r.period
join unit as own on own.unit_id = r.unit_id and own.level <> 'province'
where r.level in ('district', 'commune')
union all
select 'result', province_code, indicator_id, unit_id, level, year, period, null, coalesce(low, actual), high,
    as_written, document, locator, upload_id, row_number, false,
    actual, qualifier, numerator, denominator, as_of, as_of_stated, stated_status, note, order_on, basis,
    self_stated, false
from results
