-- Những tỉnh và khoảng năm mà các lần cập nhật này có thể làm đổi khác.
--
-- param:  since_upload  | bigint  | first upload looked at
-- param:  undone        | list    | uploads that were taken back
-- param:  everything    | boolean | every province and year that any upload touched
-- column: province_code | text    | province
-- column: first         | int     | first year
-- column: last          | int     | last year
-- column: last_figure   | int     | last year of figures: 9999 where targets are among them, because they stay in force
-- unique: province_code

select s.province_code, min(s.year)::int as first, max(s.year)::int as last,
    (case when sum(s.targets) > 0 then 9999 else max(s.year) end)::int as last_figure
from upload_scope as s
where $everything or s.upload_id >= $since_upload or list_contains($undone, s.upload_id)
group by s.province_code
order by s.province_code
