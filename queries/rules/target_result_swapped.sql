-- Cột mục tiêu và cột kết quả có lẽ bị đổi chỗ.
--
-- Told by three rows or more, and by most: the result is the target that the store has while the target is another one; or, among shares,
-- the targets are the odd numbers and the results the round ones.
--
-- stage: before
-- column: row_number | bigint  | first row
-- column: header     | text    | column of the form
-- column: count      | bigint  | rows that look swapped
-- column: target     | decimal | of the first row
-- column: result     | decimal | of the first row
-- column: unit       | text    | of measure, of the first row

with paired as (
    select r.row_number, coalesce(t.low, t.high) as target, r.actual as result, r.unit_of_measure,
        max(case when b.required = r.actual and b.required <> coalesce(t.low, t.high) then 1 else 0 end) as is_target,
        max(case when b.required is not null then 1 else 0 end) as has_known
    from incoming_claim as r
    join incoming_claim as t on t.row_number = r.row_number and t.kind = 'target'
    left join figure_before as b
        on b.province_code = r.province_code and b.indicator_id = r.indicator_id and b.unit_id = r.unit_id and b.level = r.level
        and b.year = r.year and b.period in (r.period, 'N')
    where r.kind = 'result' and not r.withdrawn and not r.unchanged and r.actual is not null and coalesce(t.low, t.high) is not null
    group by all
),
counted as (
    select *,
        sum(is_target) over () as of_store, sum(has_known) over () as known,
        count(*) filter (where unit_of_measure = '%') over () as shares,
        count(*) filter (where unit_of_measure = '%' and target % 1 <> 0) over () as odd_targets,
        count(*) filter (where unit_of_measure = '%' and target % 5 = 0) over () as round_targets,
        count(*) filter (where unit_of_measure = '%' and result % 5 = 0) over () as round_results
    from paired
)
select min(row_number) as row_number, 'ket_qua' as header, case when bool_and(of_store >= 3) then max(of_store) else max(odd_targets) end as count,
    arg_min(target, row_number) as target, arg_min(result, row_number) as result, arg_min(unit_of_measure, row_number) as unit
from counted
where of_store >= 3 and of_store >= 0.6 * known and is_target = 1
    or shares >= 5 and odd_targets >= 0.6 * shares and round_targets <= 0.2 * shares and round_results >= 0.8 * shares
having count(*) > 0
order by row_number
