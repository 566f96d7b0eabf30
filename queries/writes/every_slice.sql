-- Mọi tỉnh và khoảng năm có trong kho, kể cả dòng dẫn xuất không thuộc lần cập nhật nào.
--
-- column: province_code | text    | province
-- column: first         | int     | first year
-- column: last          | int     | last year
-- unique: province_code

select province_code, min(year)::int as first, max(year)::int as last
from (
    select province_code, year from upload_scope
    union all select province_code, year from current_claim
    union all select province_code, year from current_figure
    union all select province_code, year from current_spread
    union all select h.today_province, s.year from upload_scope as s join unit_today as h on h.unit_id = s.unit_id
) as rows_of
group by province_code
order by province_code
