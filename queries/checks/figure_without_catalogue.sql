-- Số liệu mang mã chỉ tiêu không có trong danh mục, đơn vị không có, hoặc sai tỉnh của đơn vị.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: upload_id    | bigint | upload
-- column: row_number   | bigint | row of its file
-- column: indicator_id | text   | as in the row
-- column: unit_id      | text   | as in the row

select f.upload_id, f.row_number, f.indicator_id, f.unit_id
from (
    select upload_id, row_number, indicator_id, unit_id, province_code from target where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
    union all
    select upload_id, row_number, indicator_id, unit_id, province_code from result where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
) as f
where f.indicator_id not in (select indicator_id from indicator_catalogue)
    or (f.unit_id, f.province_code) not in (select (unit_id, province_code) from unit)
order by f.upload_id, f.row_number
