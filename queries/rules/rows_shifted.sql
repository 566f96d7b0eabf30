-- Cột kết quả có lẽ bị lệch một dòng: mỗi con số gần với số cũ của dòng bên cạnh hơn là của chính nó.
--
-- Six rows at least whose earlier result is known, and half of the numbers far from their own one.
--
-- stage: before
-- only:  compared >= 6
-- column: row_number | bigint  | first row that does not fit
-- column: header     | text    | column of the form
-- column: count      | bigint  | rows that were compared
-- column: found      | decimal | what the row says
-- column: before     | decimal | its earlier result
-- column: neighbour  | decimal | earlier result of the row beside it
-- column: unit_of_measure | text | of the indicator

with lined as (
    select i.row_number, i.actual, i.unit_of_measure, b.before, i.unchanged,
        lag(b.before) over (order by i.row_number) as above, lead(b.before) over (order by i.row_number) as below
    from incoming_claim as i
    join result_before as b on b.row_number = i.row_number
    where i.kind = 'result'
),
apart as (
    select *, abs(actual - before)::double / greatest(abs(before), 1) as own,
        abs(actual - above)::double / greatest(abs(above), 1) as to_above, abs(actual - below)::double / greatest(abs(below), 1) as to_below
    from lined
),
judged as (
    select median(own) as own_middle, median(to_above) as above_middle, median(to_below) as below_middle, count(*) as count, bool_and(unchanged) as known
    from apart
)
select row_number, 'ket_qua' as header, count, actual as found, before, case when above_middle <= below_middle then above else below end as neighbour,
    unit_of_measure
from apart cross join judged
where count >= 6 and not known and own_middle >= 0.5 and least(above_middle, below_middle) <= 0.2 and own >= 0.5
    and case when above_middle <= below_middle then to_above else to_below end <= 0.2
order by row_number
limit 1
