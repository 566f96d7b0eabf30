-- Dẫn xuất lại trung vị của các đơn vị của một tỉnh trong một khoảng năm.
--
-- ``spread_unit_spread`` is the view ``unit_spread`` over the figures of the slice, see ``fill_spread`` in queries/ledger.py.
--
-- writes: current_spread
-- param:  province | text | province
-- param:  first    | int  | first year
-- param:  last     | int  | last year

insert into current_spread by name
select * from spread_unit_spread
where province_code = $province and year between $first and $last
order by province_code, units_of, level, indicator_id, year, period
