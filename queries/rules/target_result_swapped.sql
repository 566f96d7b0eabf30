-- Cột mục tiêu và cột kết quả có lẽ bị đổi chỗ.
--
-- Told by three rows or more, and by most: the result is the target that the store has while the target is another one; or, among shares,
-- the targets are the odd numbers and the results the round ones.
--
-- stage: before
-- only:  new_results and targets >= 3
-- column: row_number | bigint  | first row
-- column: header     | text    | column of the form
-- column: count      | bigint  | rows that look swapped
-- column: target     | decimal | of the first row
-- column: result     | decimal | of the first row
-- column: unit       | text    | of measure, of the first row

with suspected as (  -- else no row can be told: three targets with a fraction, or three results that are the store's own targets
    select count(*) as told from incoming_claim where kind = 'target' and unit_of_measure = '%' and coalesce(low, high) % 1 <> 0
    union all
    select count(*) from incoming_claim
    where kind = 'result' and (indicator_id, unit_id, level, year, actual) in (
        select indicator_id, unit_id, level, year, required from figure_before where required is not null)
),
paired as materialized (
    select r.row_number, coalesce(t.low, t.high) as target, r.actual as result, r.unit_of_measure,
        r.actual <> coalesce(t.low, t.high) and coalesce(r.actual in (o.required, y.required), false) as is_target,
        coalesce(o.required, y.required) is not null as has_known
    from incoming_claim as r
    join (select * from incoming_claim where kind = 'target' and 3 <= any (select told from suspected)) as t on t.row_number = r.row_number
    left join figure_before as o  -- of the very period
        on o.province_code = r.province_code and o.indicator_id = r.indicator_id and o.unit_id = r.unit_id and o.level = r.level
        and o.year = r.year and o.period = r.period
    left join figure_before as y  -- of the whole year
        on y.province_code = r.province_code and y.indicator_id = r.indicator_id and y.unit_id = r.unit_id and y.level = r.level
        and y.year = r.year and y.period = 'N'
    where r.kind = 'result' and not r.withdrawn and not r.unchanged and r.actual is not null and coalesce(t.low, t.high) is not null
),
counted as (
    select count(*) filter (where is_target) as of_store, count(*) filter (where has_known) as known,
        count(*) filter (where unit_of_measure = '%') as shares,
        count(*) filter (where unit_of_measure = '%' and target % 1 <> 0) as odd_targets,
        count(*) filter (where unit_of_measure = '%' and target % 5 = 0) as round_targets,
        count(*) filter (where unit_of_measure = '%' and result % 5 = 0) as round_results
    from paired
)
select min(p.row_number) as row_number, 'ket_qua' as header, case when any_value(c.of_store) >= 3 then any_value(c.of_store) else any_value(c.odd_targets) end as count,
    arg_min(p.target, p.row_number) as target, arg_min(p.result, p.row_number) as result, arg_min(p.unit_of_measure, p.row_number) as unit
from paired as p cross join counted as c
where c.of_store >= 3 and c.of_store >= 0.6 * c.known and p.is_target
    or c.shares >= 5 and c.odd_targets >= 0.6 * c.shares and c.round_targets <= 0.2 * c.shares and c.round_results >= 0.8 * c.shares
having count(*) > 0
order by row_number
