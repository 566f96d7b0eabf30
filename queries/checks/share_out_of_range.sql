-- Tỷ lệ nằm ngoài 0–100%, hoặc tử số lớn hơn mẫu số.
--
-- severity: stop
-- param:  since_upload | bigint  | first upload looked at; 0 = all
-- column: upload_id    | bigint  | upload
-- column: row_number   | bigint  | row of its file
-- column: indicator_id | text    | as in the row
-- column: value        | decimal | as in the row

select f.upload_id, f.row_number, f.indicator_id, f.value
from (
    select upload_id, row_number, indicator_id, low as value, null as numerator, null as denominator
    from target where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
    union all
    select upload_id, row_number, indicator_id, high, null, null from target where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
    union all
    select upload_id, row_number, indicator_id, value, numerator, denominator from result where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
) as f
join indicator_catalogue as i on i.indicator_id = f.indicator_id
where i.kind = 'ratio' and (f.value not between 0 and 100 or f.numerator > f.denominator)
order by f.upload_id, f.row_number
