-- Dẫn xuất lại các lần nêu của một tỉnh trong một khoảng năm.
--
-- The slice is given as constants: only those reach the scan through the view's windows. ``claim_of_slice`` is the view ``claim`` over ``stated_slice``.
--
-- writes: current_claim
-- param:  province | text | province
-- param:  first    | int  | first year
-- param:  last     | int  | last year

insert into current_claim by name
select * from claim_of_slice
where province_code = $province and year between $first and $last
order by province_code, year, period, indicator_id, unit_id, level
