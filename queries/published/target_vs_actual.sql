-- Mục tiêu và kết quả cạnh nhau, để chương trình khác đọc: mỗi chỉ tiêu, đơn vị, cấp, năm, kỳ một dòng.
--
-- The columns are those of the view; their meaning is told in Vietnamese, for the page and for datapackage.json.
--
-- param:  unit_id            | text    | territory; null = every one
-- param:  year               | int     | calendar year; null = every one
-- param:  level              | text    | 'province', 'district', 'commune' or 'all'; null = every one
-- param:  period             | text    | N, 2T..11T, Q1..Q4, T1..T12; null = every one
-- param:  pillar             | text    | code of a pillar; null = every one
-- param:  indicator_id       | text    | catalogue id; null = every one
-- param:  first              | bigint  | so many rows are left out at the beginning
-- param:  most               | bigint  | so many rows at most
-- column: indicator_id       | text    | mã chỉ tiêu trong danh mục
-- column: indicator_name     | text    | tên đầy đủ của chỉ tiêu
-- column: pillar             | text    | tên nhóm
-- column: unit_of_measure    | text    | đơn vị tính: `%`, 'người' …
-- column: unit_id            | text    | mã đơn vị hành chính, như trong kỳ ấy
-- column: unit_name          | text    | tên đơn vị
-- column: level              | text    | cấp: `province` tỉnh, `district` huyện, `commune` xã, `all` không phân cấp
-- column: year               | int     | năm
-- column: period             | text    | kỳ: `N` cả năm, `2T` đến `11T` số tháng đầu năm, `Q1` đến `Q4` quý, `T1` đến `T12` tháng
-- column: target_op          | text    | dấu của mục tiêu: >=, >, =, <=, <, `range` (một khoảng); trống (`null`) = không có mục tiêu, hoặc là một mốc
-- column: target_low         | decimal | đầu thấp của mục tiêu; trống (`null`) = không có
-- column: target_high        | decimal | đầu cao của mục tiêu; trống (`null`) = không có
-- column: target_as_written  | text    | mục tiêu theo nguyên văn; trống (`null`) = không có mục tiêu
-- column: target_document    | text    | số hiệu văn bản nêu mục tiêu; trống (`null`) = không có mục tiêu
-- column: target_locator     | text    | vị trí trong văn bản ấy; trống (`null`) = không ghi
-- column: actual             | decimal | kết quả, theo đơn vị tính của chỉ tiêu; trống (`null`) = chưa báo cáo, hoặc bằng lời
-- column: actual_as_written  | text    | kết quả theo nguyên văn; trống (`null`) = chưa báo cáo
-- column: actual_qualifier   | text    | định tính: `exact` chính xác, `about` khoảng, `over` trên, `nearly` gần, `estimate` ước; trống (`null`) = chưa báo cáo, hoặc bằng lời
-- column: numerator          | decimal | tử số; trống (`null`) = không nêu
-- column: denominator        | decimal | mẫu số; trống (`null`) = không nêu
-- column: as_of              | date    | số liệu đến ngày, không nêu thì là ngày của văn bản; trống (`null`) = chưa báo cáo
-- column: actual_document    | text    | số hiệu văn bản nêu kết quả; trống (`null`) = chưa báo cáo
-- column: actual_locator     | text    | vị trí trong văn bản ấy; trống (`null`) = không ghi
-- column: gap                | decimal | chênh lệch: kết quả trừ mức phải đạt, theo đơn vị tính; trống (`null`) = không tính được
-- column: status             | text    | trạng thái: `met` đạt, `near` gần đạt, `missed` chưa đạt, `not_due` chưa đến hạn, `no_result` chưa có số liệu, `no_target` không có mục tiêu
-- column: conflict           | boolean | `true` = một văn bản khác cùng ngày, hoặc chính văn bản ấy, nêu số khác
-- column: actual_low         | decimal | đầu thấp của kết quả là một khoảng; trống (`null`) = không phải khoảng
-- column: actual_high        | decimal | đầu cao của kết quả là một khoảng; trống (`null`) = không phải khoảng
-- column: basis              | text    | căn cứ: `measured` đo được, `stated` văn bản nêu mà không có số riêng, `words` bằng lời; trống (`null`) = chưa báo cáo
-- column: stated_status      | text    | đánh giá của chính văn bản: `met` đạt, `missed` chưa đạt; trống (`null`) = không đánh giá
-- column: as_of_stated       | boolean | `true` = ngày `as_of` do văn bản nêu; trống (`null`) = chưa báo cáo
-- column: target_self_stated | boolean | `true` = mục tiêu do đơn vị tự nêu; trống (`null`) = không có mục tiêu
-- column: actual_self_stated | boolean | `true` = kết quả do đơn vị tự nêu; trống (`null`) = chưa báo cáo
-- unique: indicator_id, unit_id, level, year, period

select
    indicator_id, indicator_name, pillar, unit_of_measure, unit_id, unit_name, level, year, period, target_op,
    target_low, target_high, target_as_written, target_document, target_locator, actual, actual_as_written,
    actual_qualifier, numerator, denominator, as_of, actual_document, actual_locator, gap, status, conflict, actual_low,
    actual_high, basis, stated_status, as_of_stated, target_self_stated, actual_self_stated
from target_vs_actual
where ($unit_id is null or unit_id = $unit_id)
    and ($year is null or year = $year)
    and ($level is null or level = $level)
    and ($period is null or period = $period)
    and ($pillar is null or indicator_id in (select c.indicator_id from indicator_catalogue as c where c.pillar = $pillar))
    and ($indicator_id is null or indicator_id = $indicator_id)
order by indicator_id, unit_id, level, year, period
limit $most offset $first
