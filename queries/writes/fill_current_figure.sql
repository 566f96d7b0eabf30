-- Dẫn xuất lại số liệu của một tỉnh trong một khoảng năm.
--
-- The slice is given as constants: only those reach the scan through the view's windows. The claims stand in the order of province, year,
-- period, indicator and unit, and the view keeps it: the rows are not sorted once more.
--
-- writes: current_figure
-- param:  province | text | province
-- param:  first    | int  | first year
-- param:  last     | int  | last year

insert into current_figure by name
select * from figure_facts
where province_code = $province and year between $first and $last
