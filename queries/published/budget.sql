-- Kinh phí theo năm và nguồn, như từng văn bản in, để chương trình khác đọc: mỗi ô tiền một dòng, kể cả dòng tổng.
--
-- The columns are those of the view; their meaning is told in Vietnamese, for the page and for datapackage.json.
--
-- param:  unit_id    | text    | territory whose document it is; null = every one
-- param:  year       | int     | calendar year; null = every one
-- param:  first      | bigint  | so many rows are left out at the beginning
-- param:  most       | bigint  | so many rows at most
-- column: document   | text    | số hiệu văn bản
-- column: part       | text    | bảng và dòng, như in
-- column: year       | int     | năm; trống (null) = mọi năm của bảng hay nhiệm vụ
-- column: source     | text    | nguồn: trung ương, địa phương, ODA và khác, tổng (mọi nguồn), hoặc như in
-- column: amount_vnd | decimal | số tiền, đồng; trống (null) = ghi bằng chữ, hoặc số bị quét lặp
-- column: as_written | text    | nguyên văn, chữ giữ là chữ
-- column: locator    | text    | vị trí trong văn bản

select
    document, part, year, source, amount_vnd, as_written, locator
from budget
where ($unit_id is null or document in (select d.number from document_register as d where d.unit_code = string_split($unit_id, '-')[1]))
    and ($year is null or year = $year)
order by document, part, year nulls first, source, amount_vnd, as_written, locator
limit $most offset $first
