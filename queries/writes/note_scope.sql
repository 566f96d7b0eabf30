-- Ghi nhớ một lần cập nhật chạm tới những đơn vị và năm nào.
--
-- writes: upload_scope
-- param:  upload_id | bigint | the upload

insert into upload_scope by name
select $upload_id as upload_id, province_code, unit_id, year, sum(targets) as targets, sum(results) as results
from (
    select province_code, unit_id, year, 1 as targets, 0 as results from target where upload_id = $upload_id
    union all
    select province_code, unit_id, year, 0, 1 from result where upload_id = $upload_id
) as rows_of
group by province_code, unit_id, year
order by province_code, unit_id, year
