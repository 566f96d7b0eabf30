-- Kinh phí theo năm và nguồn, như từng văn bản in: mỗi ô tiền một dòng, kể cả dòng tổng.
--
-- published
-- from: known_budget
-- column: document   | text    | number of the document
-- column: part       | text    | table and row as printed
-- column: year       | int     | null = all years of the table or task
-- column: source     | text    | 'trung ương', 'địa phương', 'ODA và khác', 'tổng' (all sources), else as printed
-- column: amount_vnd | decimal | đồng; null = words, or a number that the scan has repeated
-- column: as_written | text    | as printed, words kept as words
-- column: locator    | text    | place in the document

create view budget as
select document, part, year, source, amount_vnd, amount_as_written as as_written, locator from known_budget
