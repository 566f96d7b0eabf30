-- Những tỉnh và khoảng năm mà các lần cập nhật này có thể làm đổi khác.
--
-- param:  since_upload  | bigint  | first upload looked at
-- param:  undone        | list    | uploads that were taken back
-- param:  everything    | boolean | every province and year that any upload touched
-- column: province_code | text    | province
-- column: first         | int     | first year
-- column: last          | int     | last year
-- unique: province_code

select s.province_code, min(s.year)::int as first, max(s.year)::int as last
from upload_scope as s
where $everything or s.upload_id >= $since_upload or list_contains($undone, s.upload_id)
group by s.province_code
order by s.province_code
