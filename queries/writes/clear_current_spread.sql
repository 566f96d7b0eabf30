-- Bỏ trung vị dẫn xuất của một tỉnh trong một khoảng năm, để dẫn xuất lại.
--
-- writes: current_spread
-- param:  province | text | province
-- param:  first    | int  | first year
-- param:  last     | int  | last year

delete from current_spread where province_code = $province and year between $first and $last
