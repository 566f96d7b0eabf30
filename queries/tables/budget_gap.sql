-- Bảng dẫn xuất giữ sẵn: dòng tổng mà văn bản ghi, đặt cạnh tổng cộng lại từ các dòng, khi hai số khác nhau.
--
-- The view budget_gap_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (sums that do not add up).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: document   | text    | - | document that states the sum
-- column: line       | int     | - | our own number of its cell
-- column: unit_code  | text    | - | territory whose document it is
-- column: part       | text    | - | table and row as printed
-- column: year       | int     | - | null = all years
-- column: source     | text    | - | as in the row
-- column: stated_vnd | decimal | - | the sum as stated, đồng
-- column: added_vnd  | decimal | - | the rows added up, đồng
-- column: excess_vnd | decimal | - | stated - added, đồng
-- column: sums       | text    | - | tables whose rows were added up
-- column: locator    | text    | - | place of the stated sum
-- derived: budget_gap_by_ledger
-- key: document, line

create table budget_gap (
    document varchar not null,
    line integer not null,
    unit_code varchar,
    part varchar,
    year integer,
    source varchar,
    stated_vnd decimal(18,0),
    added_vnd decimal(18,0),
    excess_vnd decimal(18,0),
    sums varchar,
    locator varchar
)
