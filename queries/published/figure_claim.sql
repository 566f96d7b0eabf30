-- Mỗi lần một văn bản hay một tệp nêu một con số, để chương trình khác đọc, kể cả những lần không được chọn.
--
-- The columns are those of the view; their meaning is told in Vietnamese, for the page and for datapackage.json.
--
-- param:  unit_id        | text    | territory; null = every one
-- param:  year           | int     | calendar year; null = every one
-- param:  level          | text    | 'province', 'district', 'commune' or 'all'; null = every one
-- param:  period         | text    | N, 2T..11T, Q1..Q4, T1..T12; null = every one
-- param:  pillar         | text    | code of a pillar; null = every one
-- param:  indicator_id   | text    | catalogue id; null = every one
-- param:  first          | bigint  | so many rows are left out at the beginning
-- param:  most           | bigint  | so many rows at most
-- column: kind           | text    | `target` mục tiêu, `result` kết quả
-- column: indicator_id   | text    | mã chỉ tiêu trong danh mục
-- column: indicator_name | text    | tên đầy đủ của chỉ tiêu
-- column: unit_id        | text    | mã đơn vị hành chính, như trong kỳ ấy
-- column: unit_name      | text    | tên đơn vị
-- column: level          | text    | cấp: `province` tỉnh, `district` huyện, `commune` xã, `all` không phân cấp
-- column: year           | int     | năm
-- column: period         | text    | kỳ: `N` cả năm, `2T` đến `11T` số tháng đầu năm, `Q1` đến `Q4` quý, `T1` đến `T12` tháng
-- column: op             | text    | dấu của mục tiêu; trống (`null`) = một mốc, hoặc là kết quả
-- column: low            | decimal | mục tiêu: đầu thấp; kết quả: con số, hoặc đầu thấp của một khoảng; trống (`null`) = không có
-- column: high           | decimal | đầu cao; trống (`null`) = không có
-- column: as_written     | text    | nguyên văn, rút gọn
-- column: document       | text    | số hiệu văn bản
-- column: locator        | text    | vị trí trong văn bản; trống (`null`) = không ghi
-- column: upload_id      | bigint  | số của lần cập nhật đã mang số này vào
-- column: chosen         | boolean | `true` = con số được hiện trước; mỗi số liệu chỉ có một
-- column: standing       | text    | `current` đang áp dụng, `superseded` đã được thay, `conflicting` mâu thuẫn, `beside` lời riêng của đơn vị đứng bên cạnh
-- column: stated_status  | text    | kết quả: đánh giá của chính văn bản, `met` hoặc `missed`; trống (`null`) = không đánh giá, hoặc là mục tiêu
-- column: basis          | text    | kết quả: `measured` đo được, `stated` văn bản nêu, `words` bằng lời; trống (`null`) = là mục tiêu
-- column: self_stated    | boolean | `true` = đơn vị tự nêu

select
    kind, indicator_id, indicator_name, unit_id, unit_name, level, year, period, op, low, high, as_written, document,
    locator, upload_id, chosen, standing, stated_status, basis, self_stated
from figure_claim
where ($unit_id is null or unit_id = $unit_id)
    and ($year is null or year = $year)
    and ($level is null or level = $level)
    and ($period is null or period = $period)
    and ($pillar is null or indicator_id in (select c.indicator_id from indicator_catalogue as c where c.pillar = $pillar))
    and ($indicator_id is null or indicator_id = $indicator_id)
order by indicator_id, unit_id, level, year, period, kind, upload_id, document, locator, as_written, low, high
limit $most offset $first
