-- Con số đơn vị tự nêu đứng bên cạnh con số đang áp dụng, không thay.
--
-- stage: after
-- only:  beside
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | what the row says
-- column: kind       | text   | mục tiêu or kết quả
-- column: before     | text   | what counts
-- column: document   | text   | number of its document

with beside as materialized (
    select i.*
    from difference as d
    join incoming_claim as i on i.row_number = d.row_number and i.kind = d.kind
    where d.change = 'beside' and i.self_stated
)
select i.row_number, case i.kind when 'target' then 'chi_tieu' else 'ket_qua' end as header, i.as_written as found,
    case i.kind when 'target' then 'mục tiêu' else 'kết quả' end as kind,
    coalesce(said_number(coalesce(c.actual, c.low, c.high), i.unit_of_measure), c.as_written) as before, c.document
from beside as i
join (
    select * from current_claim
    where chosen and not self_stated
    union all by name
    (select range::varchar as kind, range::varchar as province_code, range::varchar as indicator_id, range::varchar as unit_id, range::varchar as level,
        range::smallint as year, range::varchar as period
     from range(100000000) limit (select 0))  -- no row: the planner takes what this transaction wrote for none, see ``sheet``
) as c
    on c.kind = i.kind and c.province_code = i.province_code and c.indicator_id = i.indicator_id and c.level = i.level and c.year = i.year
    and (c.unit_id = i.unit_id and c.period = i.period
        or c.kind = 'target' and (c.unit_id = i.unit_id or c.unit_id in (select unit_id from unit where level = 'province')))
qualify row_number() over (
    partition by i.row_number, i.kind order by c.period = i.period desc, c.unit_id = i.unit_id desc, c.period = 'N' desc, c.period) = 1
order by i.row_number, header
