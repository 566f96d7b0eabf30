-- Trong một lần cập nhật, bao nhiêu số liệu đã bị lần cập nhật sau thay thế.
--
-- param:  upload_id | bigint | the upload
-- column: replaced  | bigint | rows that a newer live upload replaced
-- column: rows      | bigint | all its rows
-- column: kind      | text   | what was brought; null = no such upload

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
select count(l.kind) as replaced, case when u.kind in ('seed', 'figures') then count(m.kind) else u.row_count end as rows, u.kind
from (select kind, row_count from upload where upload_id = $upload_id) as u
left join mine as m on true
left join later as l on l.kind = m.kind and l.province_code = m.province_code and l.indicator_id = m.indicator_id and l.unit_id = m.unit_id
    and l.level = m.level and l.year = m.year and l.period = m.period and l.document = m.document and l.locator = m.locator
group by u.kind, u.row_count
