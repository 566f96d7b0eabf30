-- Số liệu ghi cấp cao hơn đơn vị của nó, ví dụ cấp tỉnh cho một xã.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: upload_id    | bigint | upload
-- column: row_number   | bigint | row of its file
-- column: unit_id      | text   | as in the row
-- column: level        | text   | as in the row

select f.upload_id, f.row_number, f.unit_id, f.level
from (
    select upload_id, row_number, unit_id, level from target where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
    union all
    select upload_id, row_number, unit_id, level from result where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
) as f
join unit as u on u.unit_id = f.unit_id
where (u.level = 'district' and f.level = 'province') or (u.level = 'commune' and f.level in ('province', 'district'))
order by f.upload_id, f.row_number
