-- Số liệu của tệp sẽ thay con số mà người dùng đã nạp: chúng không được ghi.
--
-- For a seed that comes into a store in use. A claim of the file would take the place of what somebody brought: that is shown for the same
-- figure, or stands at the same place of the same document, or is the unit's own target in a year for which the file sets one. Or
-- somebody withdrew it at that very place, and nobody said otherwise since.
--
-- column: row_number | bigint | row of the file
-- column: kind       | text   | 'target' or 'result'
-- unique: row_number, kind

with said as (
    select 'target' as kind, province_code, indicator_id, unit_id, level, year, period, document, locator, upload_id, withdrawn from target
    union all
    select 'result', province_code, indicator_id, unit_id, level, year, period, document, locator, upload_id, withdrawn from result
),
withdrawn_by_people as (
    select s.kind, s.province_code, s.indicator_id, s.unit_id, s.level, s.year, s.period, s.document, s.locator
    from said as s
    join live_upload as l on l.upload_id = s.upload_id
    join upload as u on u.upload_id = s.upload_id
    group by all
    having max_by(s.withdrawn and u.kind <> 'seed', s.upload_id)
)
select i.row_number, i.kind
from incoming_claim as i
where not i.unchanged and (exists (
    select 1
    from withdrawn_by_people as w
    where w.kind = i.kind and w.province_code = i.province_code and w.indicator_id = i.indicator_id and w.unit_id = i.unit_id
        and w.level = i.level and w.year = i.year and w.period = i.period and w.document = i.document and w.locator is not distinct from i.locator
) or exists (
    select 1
    from current_claim as c join upload as u on u.upload_id = c.upload_id
    where u.kind <> 'seed' and c.kind = i.kind and c.province_code = i.province_code and c.indicator_id = i.indicator_id
        and c.level = i.level and c.year = i.year
        and (
            c.unit_id = i.unit_id and c.period = i.period
                and (c.chosen or c.document = i.document and c.locator is not distinct from i.locator)
            or i.kind = 'target' and c.self_stated and c.chosen
                and (c.unit_id = i.unit_id or i.unit_id in (select unit_id from unit where level = 'province'))
        )
))
order by i.row_number, i.kind
