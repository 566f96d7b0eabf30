-- Bảng dẫn xuất giữ sẵn: các hạn báo cáo đang áp dụng: mỗi bộ hạn và loại kỳ một dòng.
--
-- The view deadline_list_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (deadlines by set and kind of period).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: deadline_set     | text | - | what the deadlines are called
-- column: reporting_period | text | - | T, Q, 6T, N
-- column: months_after     | int  | - | months from the last month of the period to that of the deadline; 0 = the same, -1 = the one before
-- column: day              | int  | - | last day in time; null = the last one of the month
-- column: province_code    | text | - | province whose units it binds; null = every province's own report to the government
-- column: valid_from       | date | - | first period that it is about ends on this day or later
-- column: valid_to         | date | - | last period that it is about ends before this day; null = still in force
-- column: document         | text | - | document that says so
-- column: locator          | text | - | place in it
-- derived: deadline_list_by_ledger
-- key: deadline_set, reporting_period

create table deadline_list (
    deadline_set varchar not null,
    reporting_period varchar not null,
    months_after integer,
    day integer,
    province_code varchar,
    valid_from date,
    valid_to date,
    document varchar,
    locator varchar
)
