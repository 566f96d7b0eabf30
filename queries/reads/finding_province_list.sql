-- Những tỉnh mà trong kho có gì để tự mâu thuẫn: có số liệu, hoặc có kinh phí.
--
-- column: province_code | text | province
-- unique: province_code

select province_code from upload_scope
union
select u.province_code from known_budget as b join unit as u on u.code = b.unit_code
order by province_code
