-- Những tỉnh và khoảng năm mà trung vị của các đơn vị có thể đã đổi khác: nơi có số liệu được chạm tới, và nơi các đơn vị ấy thuộc về hôm nay.
--
-- param:  since_upload  | bigint  | first upload looked at
-- param:  undone        | list    | uploads that were taken back
-- param:  everything    | boolean | every province and year that any upload touched
-- column: province_code | text | province of units whose medians are to be renewed
-- column: first         | int  | first year
-- column: last          | int  | last year
-- unique: province_code

with touched as (
    select s.province_code, s.unit_id, s.year from upload_scope as s
    where $everything or s.upload_id >= $since_upload or list_contains($undone, s.upload_id)
)
select province_code, min(year)::int as first, max(year)::int as last
from (
    select province_code, year from touched
    union all
    select h.today_province, t.year from touched as t join unit_today as h on h.unit_id = t.unit_id
) as rows_of
group by province_code
order by province_code
