-- Hạn báo cáo của từng chỉ tiêu theo đơn vị và cấp, để chương trình khác đọc.
--
-- The columns are those of the view; their meaning is told in Vietnamese, for the page and for datapackage.json.
--
-- param:  unit_id      | text    | territory; null = every one
-- param:  level        | text    | 'province', 'district', 'commune' or 'all'; null = every one
-- param:  pillar       | text    | code of a pillar; null = every one
-- param:  indicator_id | text    | catalogue id; null = every one
-- param:  first        | bigint  | so many rows are left out at the beginning
-- param:  most         | bigint  | so many rows at most
-- column: indicator_id | text    | mã chỉ tiêu trong danh mục
-- column: unit_id      | text    | mã đơn vị hành chính
-- column: level        | text    | cấp: `province` tỉnh, `district` huyện, `commune` xã, `all` không phân cấp
-- column: last_period  | text    | kỳ và năm của kết quả mới nhất: `Q1/2024`, `N/2022`; trống (`null`) = chưa báo cáo lần nào
-- column: last_as_of   | date    | ngày mà kết quả ấy nêu; trống (`null`) = không nêu
-- column: next_period  | text    | kỳ phải báo cáo tiếp theo; trống (`null`) = không theo lịch
-- column: due_on       | date    | ngày cuối còn đúng hạn; trống (`null`) = không theo lịch
-- column: days_left    | int     | số ngày còn lại kể từ hôm nay (giờ Việt Nam), quá hạn thì âm; trống (`null`) = không theo lịch
-- column: state        | text    | `due` còn hạn, `overdue` quá hạn, `never_reported` chưa báo cáo lần nào, `not_scheduled` không theo lịch
-- unique: indicator_id, unit_id, level

select
    indicator_id, unit_id, level, last_period, last_as_of, next_period, due_on, days_left, state
from indicator_due
where ($unit_id is null or unit_id = $unit_id)
    and ($level is null or level = $level)
    and ($pillar is null or indicator_id in (select c.indicator_id from indicator_catalogue as c where c.pillar = $pillar))
    and ($indicator_id is null or indicator_id = $indicator_id)
order by indicator_id, unit_id, level
limit $most offset $first
