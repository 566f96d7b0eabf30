-- Nhận xét về kết quả, tồn tại, nguyên nhân, giải pháp, kiến nghị, để chương trình khác đọc, mỗi nhận xét kèm văn bản và vị trí.
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
-- column: unit_id      | text      | mã đơn vị hành chính của văn bản, như khi ấy
-- column: level        | text      | cấp: 'province' tỉnh, 'district' huyện, 'commune' xã, 'all' chung; trống (null) = không nói
-- column: year         | int       | năm mà nhận xét nói đến; trống (null) = không nói
-- column: period       | text      | kỳ; trống (null) = không nói
-- column: kind         | text      | result kết quả, shortcoming tồn tại, cause nguyên nhân, remedy giải pháp, proposal kiến nghị
-- column: text         | text      | nội dung ngắn, viết lại bằng lời của bảng này
-- column: document     | text      | số hiệu văn bản
-- column: locator      | text      | vị trí trong văn bản
-- column: author       | text      | người nhập; trống (null) = lấy từ văn bản
-- column: uploaded_at  | timestamp | lúc vào kho, giờ UTC
-- unique: remark_id

select
    remark_id, indicator_id, pillar, unit_id, level, year, period, kind, text, document, locator, author, uploaded_at
from remark
where ($unit_id is null or unit_id = $unit_id)
    and ($pillar is null or pillar = $pillar)
    and ($indicator_id is null or indicator_id = $indicator_id)
order by document, remark_id
limit $most offset $first
