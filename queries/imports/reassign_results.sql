-- Ghi lại những kết quả còn được nêu dưới tên lần cập nhật nêu lại chúng.
--
-- writes: result
-- param:  upload_id | bigint | the upload that is taken back

insert into result by name
select t.* replace (h.upload_id as upload_id, h.row_number as row_number)
from result as t
join reassigned_row as h on h.of_row = t.row_number
where h.kind = 'result' and t.upload_id = $upload_id
order by t.province_code, t.year, t.period, t.indicator_id, t.unit_id
