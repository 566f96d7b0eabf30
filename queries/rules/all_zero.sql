-- Mọi kết quả của tệp, hay của một đơn vị trong tệp, đều bằng 0.
--
-- Four results at least: fewer may well be so.
--
-- stage: before
-- only:  zeros >= 4
-- column: row_number | bigint | first row
-- column: header     | text   | column of the form
-- column: count      | bigint | results
-- column: whose      | text   | the file, or the unit's name

with reported as (
    select i.row_number, i.unit_id, i.year, i.period, i.actual, i.unchanged
    from incoming_claim as i
    where i.kind = 'result' and not i.withdrawn and i.actual is not null
),
whole as (
    select min(row_number) as row_number, count(*) as count
    from reported
    having count(*) >= 4 and bool_and(actual = 0) and not bool_and(unchanged)
)
select row_number, 'ket_qua' as header, count, 'tệp' as whose from whole
union all
select min(r.row_number), 'ket_qua', count(*), any_value(u.name)
from reported as r join unit as u on u.unit_id = r.unit_id
where not exists (select 1 from whole) and r.unit_id in (select unit_id from reported where actual = 0)
group by r.unit_id, r.year, r.period
having count(*) >= 4 and bool_and(r.actual = 0) and not bool_and(r.unchanged)
order by row_number
