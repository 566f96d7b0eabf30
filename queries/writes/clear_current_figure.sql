-- Bỏ số liệu dẫn xuất của một tỉnh trong một khoảng năm, để dẫn xuất lại.
--
-- writes: current_figure
-- param:  province | text | province
-- param:  first    | int  | first year
-- param:  last     | int  | last year

delete from current_figure where province_code = $province and year between $first and $last
