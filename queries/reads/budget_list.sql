-- Mọi ô tiền mà các văn bản của một địa bàn in: theo bảng, năm và nguồn.
--
-- param:  unit_id           | text    | territory
-- column: document          | text    | document that prints it
-- column: line              | int     | our own number of the cell within the document
-- column: table_name        | text    | table or list
-- column: part              | text    | table and row as printed
-- column: task_id           | text    | null = a row of no task
-- column: year              | int     | null = all years of the table or task
-- column: source            | text    | 'trung ương', 'địa phương', 'ODA và khác', 'tổng', else as printed
-- column: amount_as_written | text    | as printed
-- column: unit_as_written   | text    | null = not printed
-- column: amount_vnd        | decimal | đồng; null = words, or a number that the scan has repeated
-- column: locator           | text    | place in the document
-- column: is_total          | boolean | a sum that the document itself states
-- column: sums              | text    | tables whose rows it adds up; null = none
-- column: note              | text    | null = nothing to say
-- unique: document, line

select
    document, line, table_name, part, task_id, year, source, amount_as_written, unit_as_written, amount_vnd, locator, is_total, sums, note
from known_budget
where unit_code = string_split($unit_id, '-')[1]
order by document, line
