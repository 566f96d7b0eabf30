-- Nhiệm vụ, dự án mà các văn bản nêu, để chương trình khác đọc: ai chủ trì, năm nào, bao nhiêu tiền, tình trạng mới nhất.
--
-- The columns are those of the view; their meaning is told in Vietnamese, for the page and for datapackage.json.
--
-- param:  unit_id           | text    | territory whose document lists it; null = every one
-- param:  year              | int     | calendar year within the task's years; null = every one
-- param:  first             | bigint  | so many rows are left out at the beginning
-- param:  most              | bigint  | so many rows at most
-- column: task_id           | text    | mã riêng của dòng: văn bản, danh mục, số thứ tự
-- column: document          | text    | số hiệu văn bản có danh mục
-- column: number            | text    | số thứ tự trong danh mục, như in
-- column: name              | text    | tên nhiệm vụ, như in; trống (null) = mất ở trang quét
-- column: lead_agency       | text    | cơ quan chủ trì, như in; trống (null) = không nêu, hoặc mất
-- column: start_year        | int     | năm đầu; trống (null) = không nêu
-- column: end_year          | int     | năm cuối; trống (null) = không nêu
-- column: amount_vnd        | decimal | kinh phí mọi năm, đồng; trống (null) = ghi bằng chữ, hoặc không nêu
-- column: status            | text    | not_started chưa thực hiện, preparing đang chuẩn bị, tendering đang lựa chọn nhà thầu, running đang thực hiện, finished hoàn thành, unclear không rõ; trống (null) = không văn bản nào nói
-- column: status_as_written | text    | nguyên văn của tình trạng; trống (null) = không có
-- column: as_of             | date    | ngày của tình trạng; trống (null) = không có
-- column: locator           | text    | vị trí của dòng trong văn bản
-- unique: task_id

select
    task_id, document, number, name, lead_agency, start_year, end_year, amount_vnd, status, status_as_written, as_of, locator
from task
where ($unit_id is null or document in (select d.number from document_register as d where d.unit_code = string_split($unit_id, '-')[1]))
    and ($year is null or $year between start_year and end_year)
order by task_id
limit $most offset $first
