-- Mọi ô tiền của các văn bản đang có hiệu lực trong kho.
--
-- internal: defines the derived table known_budget
-- from: budget_line, live_upload
-- column: document          | text    | document that prints it
-- column: line              | int     | our own number of the cell within the document
-- column: unit_code         | text    | territory whose document it is
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

create view known_budget_by_ledger as
select b.document, b.line, b.unit_code, b.table_name, b.part, b.task_id, b.year, b.source, b.amount_as_written, b.unit_as_written,
    b.amount_vnd, b.locator, b.is_total, b.sums, b.note
from budget_line as b join live_upload as u using (upload_id)
qualify row_number() over (partition by b.document, b.line order by b.upload_id desc) = 1
