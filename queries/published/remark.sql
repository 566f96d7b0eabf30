-- Nhận xét về kết quả, tồn tại, nguyên nhân, giải pháp, kiến nghị, khả năng đạt, để chương trình khác đọc: của văn bản hoặc của chính đơn vị.
--
-- The columns are those of the view; their meaning is told in Vietnamese, for the page and for datapackage.json.
--
-- param:  unit_id      | text      | territory; null = every one
-- param:  pillar       | text      | code of a pillar; null = every one
-- param:  indicator_id | text      | catalogue id; null = every one
-- param:  first        | bigint    | so many rows are left out at the beginning
-- param:  most         | bigint    | so many rows at most
-- column: remark_id    | text      | mã riêng của nhận xét
-- column: indicator_id | text      | chỉ tiêu mà nhận xét nói đến; trống (null) = không có, hoặc nhiều chỉ tiêu
-- column: pillar       | text      | mã nhóm
-- column: unit_id      | text      | mã đơn vị hành chính của văn bản, như khi ấy, hoặc của người nêu, như hôm nay
-- column: level        | text      | cấp: 'province' tỉnh, 'district' huyện, 'commune' xã, 'all' chung; trống (null) = không nói
-- column: year         | int       | năm mà nhận xét nói đến; trống (null) = không nói
-- column: period       | text      | kỳ; trống (null) = không nói
-- column: kind         | text      | result kết quả, shortcoming tồn tại, cause nguyên nhân, remedy giải pháp, proposal kiến nghị, outlook khả năng đạt
-- column: text         | text      | nội dung; của văn bản: viết lại bằng lời của bảng này; trống (null) = chỉ nêu khả năng đạt
-- column: document     | text      | số hiệu văn bản; trống (null) = đơn vị tự nêu
-- column: locator      | text      | vị trí trong văn bản; trống (null) = đơn vị tự nêu
-- column: author       | text      | người nhập; trống (null) = lấy từ văn bản
-- column: uploaded_at  | timestamp | lúc vào kho, giờ UTC
-- column: outlook      | text      | khả năng đạt: certain chắc chắn, possible có thể, needs_help cần hỗ trợ, hard khó; trống (null) = loại khác
-- unique: remark_id

select
    remark_id, indicator_id, pillar, unit_id, level, year, period, kind, text, document, locator, author, uploaded_at, outlook
from remark
where ($unit_id is null or unit_id = $unit_id)
    and ($pillar is null or pillar = $pillar)
    and ($indicator_id is null or indicator_id = $indicator_id)
order by document, remark_id
limit $most offset $first
