-- Sổ mâu thuẫn, để chương trình khác đọc: số liệu nói trái nhau ở đâu, nặng nhẹ thế nào.
--
-- The columns are those of the view; their meaning is told in Vietnamese, for the page and for datapackage.json.
--
-- param:  unit_id      | text | territory; null = every one
-- param:  year         | int  | calendar year; null = every one
-- param:  indicator_id | text | catalogue id; null = every one
-- param:  first     | bigint | so many rows are left out at the beginning
-- param:  most      | bigint | so many rows at most
-- column: check     | text   | phép kiểm tra đã tìm ra
-- column: severity  | text   | mức: `severe` nghiêm trọng, `warning` cảnh báo, `note` ghi chú
-- column: subject   | text   | địa bàn, chỉ tiêu và năm
-- column: detail    | text   | hai bên nói gì, cách nhau bằng dấu gạch đứng
-- column: documents | text   | số hiệu các văn bản, cách nhau bằng dấu chấm phẩy; trống (`null`) = tính từ số liệu
-- column: locators  | text   | vị trí trong các văn bản; trống (`null`) = không ghi
-- column: decision  | text   | đã quyết định gì, vì sao, ai, ngày nào; trống (`null`) = chưa
-- column: unit_id      | text | mã đơn vị hành chính
-- column: indicator_id | text | mã chỉ tiêu trong danh mục; trống (`null`) = không về riêng một chỉ tiêu
-- column: level        | text | cấp: `province` tỉnh, `district` huyện, `commune` xã, `all` không phân cấp; trống (`null`) = không về riêng một số liệu
-- column: year         | int  | năm; trống (`null`) = không về riêng một năm
-- column: period       | text | kỳ; trống (`null`) = không về riêng một kỳ
-- column: finding_id   | text | mã của chỗ mâu thuẫn, không đổi khi tính lại

select "check", severity, subject, detail, documents, locators, decision, unit_id, indicator_id, level, year, period, finding_id
from finding
where ($unit_id is null or unit_id = $unit_id)
    and ($year is null or year = $year)
    and ($indicator_id is null or indicator_id = $indicator_id)
order by "check", unit_id, indicator_id, level, year, period, subject, detail, documents, locators
limit $most offset $first
