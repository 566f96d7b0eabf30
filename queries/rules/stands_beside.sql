-- Con số đơn vị tự nêu đứng bên cạnh con số đang áp dụng, không thay.
--
-- stage: after
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | what the row says
-- column: kind       | text   | mục tiêu or kết quả
-- column: before     | text   | what counts
-- column: document   | text   | number of its document

select d.row_number, case d.kind when 'target' then 'chi_tieu' else 'ket_qua' end as header, i.as_written as found,
    case d.kind when 'target' then 'mục tiêu' else 'kết quả' end as kind,
    coalesce(said_number(coalesce(c.actual, c.low, c.high), i.unit_of_measure), c.as_written) as before, c.document
from difference as d
join incoming_claim as i on i.row_number = d.row_number and i.kind = d.kind
join (
    select * from current_claim
    where chosen and not self_stated
        and province_code in (select distinct province_code from sheet)
        and year between (select min(year) from sheet) and (select max(year) from sheet)
) as c
    on c.kind = i.kind and c.province_code = i.province_code and c.indicator_id = i.indicator_id and c.level = i.level and c.year = i.year
    and (c.unit_id = i.unit_id and c.period = i.period
        or c.kind = 'target' and (c.unit_id = i.unit_id or c.unit_id in (select unit_id from unit where level = 'province')))
where d.change = 'beside' and i.self_stated
qualify row_number() over (
    partition by d.row_number, d.kind order by c.period = i.period desc, c.unit_id = i.unit_id desc, c.period = 'N' desc, c.period) = 1
order by d.row_number, header
