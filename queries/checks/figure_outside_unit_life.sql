-- Số liệu của một đơn vị trước khi đơn vị đó có, hoặc sau khi đã thôi.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: upload_id    | bigint | upload
-- column: row_number   | bigint | row of its file
-- column: unit_id      | text   | as in the row
-- column: year         | int    | as in the row

select f.upload_id, f.row_number, f.unit_id, f.year
from (
    select upload_id, row_number, unit_id, year from target where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
    union all
    select upload_id, row_number, unit_id, year from result where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
) as f
join unit as u on u.unit_id = f.unit_id
where f.year < year(u.valid_from) or f.year > year(u.valid_to - interval 1 day)
order by f.upload_id, f.row_number
