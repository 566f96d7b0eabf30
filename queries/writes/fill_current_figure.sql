-- Dẫn xuất lại số liệu của một tỉnh trong một khoảng năm.
--
-- The slice is given as constants: only those reach the scan through the view's windows.
--
-- writes: current_figure
-- param:  province | text | province
-- param:  first    | int  | first year
-- param:  last     | int  | last year

insert into current_figure by name
select * from figure_facts
where province_code = $province and year between $first and $last
order by province_code, year, period, indicator_id, unit_id, level
