-- Số liệu của các văn bản gốc mà thiếu vị trí hoặc dẫn văn bản không có trong sổ văn bản.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: row_number   | bigint | row of data/seed/figures.csv
-- column: document     | text   | as in the row
-- column: locator      | text   | as in the row; null = not given

select f.row_number, f.document, f.locator
from (
    select upload_id, row_number, document, locator from target where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
    union all
    select upload_id, row_number, document, locator from result where upload_id >= $since_upload and upload_id in (select upload_id from live_upload)
) as f
join upload as u on u.upload_id = f.upload_id and u.kind = 'seed'
left join document_register as d on d.number = f.document
where f.locator is null or d.number is null
order by f.row_number
