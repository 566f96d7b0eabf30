-- Ghi nhớ mọi lần cập nhật chạm tới những đơn vị và năm nào, cho một kho vừa được dựng lại.
--
-- writes: upload_scope

insert into upload_scope by name
select upload_id, province_code, unit_id, year, sum(targets) as targets, sum(results) as results
from (
    select upload_id, province_code, unit_id, year, 1 as targets, 0 as results from target
    union all
    select upload_id, province_code, unit_id, year, 0, 1 from result
) as rows_of
group by upload_id, province_code, unit_id, year
order by upload_id, province_code, unit_id, year
