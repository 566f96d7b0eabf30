-- Bảng dẫn xuất giữ sẵn: mọi ô tiền của các văn bản đang có hiệu lực trong kho.
--
-- The view known_budget_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (budgets as pages ask for them).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: document          | text    | - | document that prints it
-- column: line              | int     | - | our own number of the cell within the document
-- column: unit_code         | text    | - | territory whose document it is
-- column: table_name        | text    | - | table or list
-- column: part              | text    | - | table and row as printed
-- column: task_id           | text    | - | null = a row of no task
-- column: year              | int     | - | null = all years of the table or task
-- column: source            | text    | - | 'trung ương', 'địa phương', 'ODA và khác', 'tổng', else as printed
-- column: amount_as_written | text    | - | as printed
-- column: unit_as_written   | text    | - | null = not printed
-- column: amount_vnd        | decimal | - | đồng; null = words, or a number that the scan has repeated
-- column: locator           | text    | - | place in the document
-- column: is_total          | boolean | - | a sum that the document itself states
-- column: sums              | text    | - | tables whose rows it adds up; null = none
-- column: note              | text    | - | null = nothing to say
-- derived: known_budget_by_ledger
-- key: document, line

create table known_budget (
    document varchar not null,
    line integer not null,
    unit_code varchar,
    table_name varchar,
    part varchar,
    task_id varchar,
    year integer,
    source varchar,
    amount_as_written varchar,
    unit_as_written varchar,
    amount_vnd decimal(18,0),
    locator varchar,
    is_total boolean,
    sums varchar,
    note varchar
)
