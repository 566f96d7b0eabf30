-- Đơn vị hành chính theo từng giai đoạn, để chương trình khác đọc: mỗi trạng thái của một đơn vị là một dòng.
--
-- The columns are those of the view; their meaning is told in Vietnamese, for the page and for datapackage.json.
--
-- param:  unit_id       | text    | territory; null = every one
-- param:  year          | int     | calendar year; null = every one
-- param:  level         | text    | 'province', 'district', 'commune' or 'all'; null = every one
-- param:  first         | bigint  | so many rows are left out at the beginning
-- param:  most          | bigint  | so many rows at most
-- column: unit_id       | text    | tên riêng của một trạng thái của một đơn vị
-- column: code          | text    | mã chính thức, giữ số 0 ở đầu; có thể dùng lại về sau
-- column: name          | text    | tên kèm loại đơn vị
-- column: kind          | text    | tỉnh, thành phố, huyện, thị xã, xã, phường, thị trấn
-- column: level         | text    | cấp: `province` tỉnh, `district` huyện, `commune` xã
-- column: parent_code   | text    | mã đơn vị cấp trên; trống (`null`) = là tỉnh
-- column: province_code | text    | mã tỉnh
-- column: valid_from    | date    | ngày đầu của trạng thái
-- column: valid_to      | date    | ngày đầu sau trạng thái; trống (`null`) = còn hiệu lực
-- column: legal_basis   | text    | nghị quyết, hoặc danh mục đã đọc
-- unique: code, valid_from

select
    unit_id, code, name, kind, level, parent_code, province_code, valid_from, valid_to, legal_basis
from unit
where ($unit_id is null or $unit_id in (unit_id, code, parent_code, province_code))
    and ($year is null or (year(valid_from) <= $year and (valid_to is null or valid_to > make_date($year, 1, 1))))
    and ($level is null or level = $level)
order by code, valid_from, unit_id
limit $most offset $first
