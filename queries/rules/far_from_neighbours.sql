-- Kết quả khác hẳn các đơn vị cùng cấp trong cùng kỳ.
--
-- Against the median of at least eight other units of the province: by nine median absolute deviations, and by 25 points at least, or by
-- half of the median where the rate is none in %. Only shares and rates, for a count depends on how large a unit is. A unit that was like this before is left alone.
--
-- stage: before
-- column: row_number | bigint  | row of the file
-- column: header     | text    | column of the form
-- column: found      | decimal | what the row says
-- column: before     | decimal | the median of the units
-- column: count      | bigint  | other units
-- column: unit       | text    | name
-- column: unit_of_measure | text | of the indicator

with told as (
    select i.row_number, i.province_code, i.indicator_id, i.unit_id, i.level, i.year, i.period, i.actual, i.unchanged
    from incoming_claim as i
    where i.kind = 'result' and not i.withdrawn and i.actual is not null
    union all
    select null, b.province_code, b.indicator_id, b.unit_id, b.level, b.year, b.period, b.actual, true
    from figure_before as b
    anti join (
        select indicator_id, unit_id, level, year, period from incoming_claim where kind = 'result'
        union all by name
        select null as year from range(1000000) where random() > 2  -- no row: the planner is to know that there are many, see figure_facts
    ) as i
        on i.indicator_id = b.indicator_id and i.unit_id = b.unit_id and i.level = b.level and i.year = b.year and i.period = b.period
    where b.actual is not null
),
measured as (
    select t.*, u.name as unit, c.unit_of_measure
    from told as t
    join unit as u on u.unit_id = t.unit_id and u.level = t.level
    join indicator_catalogue as c on c.indicator_id = t.indicator_id and (c.kind in ('ratio', 'rate') or c.unit_of_measure = '%')
),
beside as (
    select province_code, indicator_id, level, year, period, count(distinct unit_id) - 1 as others, median(actual) as middle, mad(actual) as spread
    from measured
    group by province_code, indicator_id, level, year, period
    having count(*) > 8
)
select m.row_number, 'ket_qua' as header, m.actual as found, cast(round(n.middle, 1) as decimal(18, 4)) as before, n.others as count, m.unit,
    m.unit_of_measure
from measured as m
join beside as n
    on n.province_code = m.province_code and n.indicator_id = m.indicator_id and n.level = m.level and n.year = m.year and n.period = m.period
left join result_before as b on b.row_number = m.row_number
where m.row_number is not null and not m.unchanged and n.others >= 8
    and abs(m.actual - n.middle) > greatest(9 * n.spread, case m.unit_of_measure when '%' then 25 else 0.5 * abs(n.middle) end)
    and (b.before is null or abs(m.actual - b.before) > greatest(10, 0.2 * abs(b.before)))
order by m.row_number
