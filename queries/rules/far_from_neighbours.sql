-- Kết quả khác hẳn các đơn vị cùng cấp trong cùng kỳ.
--
-- Against the median of at least eight other units of the province: by nine median absolute deviations, and by 25 points at least, or by
-- half of the median where the rate is none in %. Only shares and rates, for a count depends on how large a unit is. A unit that was like this before is left alone.
--
-- stage: before
-- only:  new_results and results + results_before > 8
-- column: row_number | bigint  | row of the file
-- column: header     | text    | column of the form
-- column: found      | decimal | what the row says
-- column: before     | decimal | the median of the units
-- column: count      | bigint  | other units
-- column: unit       | text    | name
-- column: unit_of_measure | text | of the indicator

with told as (
    select i.row_number, i.province_code, i.indicator_id, i.unit_id, i.level, i.year, i.period, i.actual, i.unchanged, i.unit_of_measure
    from incoming_claim as i
    where i.kind = 'result' and not i.withdrawn and i.actual is not null
    union all
    select null, b.province_code, b.indicator_id, b.unit_id, b.level, b.year, b.period, b.actual, true, null
    from figure_before as b
    anti join (select * from incoming_claim where kind = 'result') as i
        on i.indicator_id = b.indicator_id and i.unit_id = b.unit_id and i.level = b.level and i.year = b.year and i.period = b.period
    where b.actual is not null
),
measured as materialized (
    select row_number, province_code, indicator_id, unit_id, level, year, period, actual, unchanged, unit_of_measure
    from told
    where indicator_id in (select indicator_id from indicator_catalogue where kind in ('ratio', 'rate') or unit_of_measure = '%')
        and (unit_id, level) in (select unit_id, level from unit)
),
beside as (
    select province_code, indicator_id, level, year, period, median(actual) as middle, mad(actual) as spread
    from measured
    group by province_code, indicator_id, level, year, period
    having count(*) > 8
),
apart as materialized (
    select m.row_number, m.province_code, m.indicator_id, m.unit_id, m.level, m.year, m.period, m.actual, n.middle, m.unit_of_measure
    from measured as m
    join beside as n
        on n.province_code = m.province_code and n.indicator_id = m.indicator_id and n.level = m.level and n.year = m.year and n.period = m.period
    where m.row_number is not null and not m.unchanged
        and abs(m.actual - n.middle) > greatest(9 * n.spread, case m.unit_of_measure when '%' then 25 else 0.5 * abs(n.middle) end)
),
crowd as (  -- counted only where something is far from the middle
    select province_code, indicator_id, level, year, period, count(distinct unit_id) - 1 as others
    from measured
    where (province_code, indicator_id, level, year, period) in (select province_code, indicator_id, level, year, period from apart)
    group by province_code, indicator_id, level, year, period
)
select a.row_number, 'ket_qua' as header, a.actual as found, cast(round(a.middle, 1) as decimal(18, 4)) as before, n.others as count, u.name as unit,
    a.unit_of_measure
from apart as a
join unit as u on u.unit_id = a.unit_id
join crowd as n
    on n.province_code = a.province_code and n.indicator_id = a.indicator_id and n.level = a.level and n.year = a.year and n.period = a.period
left join result_before as b on b.row_number = a.row_number
where n.others >= 8 and (b.before is null or abs(a.actual - b.before) > greatest(10, 0.2 * abs(b.before)))
order by a.row_number
