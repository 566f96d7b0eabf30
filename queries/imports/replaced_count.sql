-- Trong một lần cập nhật, bao nhiêu số liệu đã bị lần cập nhật sau thay thế.
--
-- param:  upload_id | bigint | the upload
-- column: replaced  | bigint | rows that a newer live upload replaced
-- column: rows      | bigint | all its rows

with mine as (
    select 'target' as kind, province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '') as locator
    from target where upload_id = $upload_id
    union all
    select 'result', province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '')
    from result where upload_id = $upload_id
),
later as (
    select distinct 'target' as kind, province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '') as locator
    from target where upload_id > $upload_id and upload_id in (select upload_id from live_upload)
    union
    select distinct 'result', province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '')
    from result where upload_id > $upload_id and upload_id in (select upload_id from live_upload)
)
select count(l.kind) as replaced, count(*) as rows
from mine as m
left join later as l using (kind, province_code, indicator_id, unit_id, level, year, period, document, locator)
