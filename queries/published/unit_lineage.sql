-- Đơn vị trước và sau mỗi lần sắp xếp, để chương trình khác đọc.
--
-- The columns are those of the view; their meaning is told in Vietnamese, for the page and for datapackage.json.
--
-- param:  unit_id      | text    | territory; null = every one
-- param:  year         | int     | calendar year; null = every one
-- param:  first        | bigint  | so many rows are left out at the beginning
-- param:  most         | bigint  | so many rows at most
-- column: from_code    | text    | mã trước
-- column: from_name    | text    | tên trước, kèm loại đơn vị
-- column: to_code      | text    | mã sau
-- column: to_name      | text    | tên sau, kèm loại đơn vị
-- column: kind         | text    | `same` giữ nguyên, `rename` đổi tên, `retype` đổi loại, `move` chuyển cấp trên, `merge` nhập, `split` tách
-- column: effective_on | date    | ngày đầu của trạng thái mới
-- unique: from_code, to_code, effective_on

select
    from_code, from_name, to_code, to_name, kind, effective_on
from unit_lineage
where ($unit_id is null or $unit_id in (from_code, to_code))
    and ($year is null or year(effective_on) = $year)
order by effective_on, from_code, to_code
limit $most offset $first
