-- Đếm lại những đơn vị đã báo của một tỉnh trong một khoảng năm.
--
-- writes: current_count
-- param:  province | text | province
-- param:  first    | int  | first year
-- param:  last     | int  | last year

insert into current_count by name
select * from report_count
where province_code = $province and year between $first and $last
order by province_code, year, period, level, indicator_id
