-- Số liệu của tệp sẽ thay con số mà người dùng đã nạp: chúng không được ghi.
--
-- For a seed that comes into a store in use. A claim of the file would take the place of what somebody brought: that is shown for the same
-- figure, or stands at the same place of the same document, or is a unit's own target in a year for which the file sets one.
--
-- column: row_number | bigint | row of the file
-- column: kind       | text   | 'target' or 'result'
-- unique: row_number, kind

select i.row_number, i.kind
from incoming_claim as i
where not i.unchanged and exists (
    select 1
    from current_claim as c join upload as u on u.upload_id = c.upload_id
    where u.kind <> 'seed' and c.kind = i.kind and c.province_code = i.province_code and c.indicator_id = i.indicator_id
        and c.level = i.level and c.year = i.year
        and (
            c.unit_id = i.unit_id and c.period = i.period
                and (c.chosen or c.document = i.document and c.locator is not distinct from i.locator)
            or i.kind = 'target' and c.self_stated and c.chosen
        )
)
order by i.row_number, i.kind
