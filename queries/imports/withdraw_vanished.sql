-- Số liệu gốc đang có trong kho mà số liệu gốc mới không còn nêu: rút lại.
--
-- For a seed that comes into a store in use. These claims stand in no row of the file: their numbers are negative. What people stated
-- again in an upload that counts stays.
--
-- writes: held_claim

insert into held_claim by name
select -row_number() over (order by c.kind, c.province_code, c.year, c.period, c.indicator_id, c.unit_id, c.level, c.document, c.locator) as row_number,
    c.kind, c.province_code, c.indicator_id, c.unit_id, c.level, c.year, c.period, c.document, c.locator, true as withdrawn,
    'rút lại' as as_written, true as explicit, false as self_stated, 1 as places, false as unchanged
from (
    select distinct c.kind, c.province_code, c.indicator_id, c.unit_id, c.level, c.year, c.period, c.document, c.locator
    from current_claim as c join upload as u on u.upload_id = c.upload_id
    where u.kind = 'seed' and not c.inherited and not exists (
        select 1
        from reaffirmed as f
        join live_upload as l on l.upload_id = f.upload_id
        join upload as by_whom on by_whom.upload_id = f.upload_id and by_whom.kind <> 'seed'
        where f.of_upload = c.upload_id and f.of_row = c.row_number and f.kind = c.kind)
) as c
where not exists (
    select 1
    from incoming_claim as i
    where i.kind = c.kind and i.province_code = c.province_code and i.indicator_id = c.indicator_id and i.unit_id = c.unit_id
        and i.level = c.level and i.year = c.year and i.period = c.period and i.document = c.document and i.locator is not distinct from c.locator
)
