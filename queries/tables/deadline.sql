-- Hạn báo cáo: báo cáo của một loại kỳ phải gửi chậm nhất ngày nào, theo văn bản nào.
--
-- A document that says "trước ngày 10" has the 9th as its last day in time.
--
-- column: upload_id        | bigint | -          | upload that brought the row
-- column: deadline_set     | text   | bo_han     | what the deadlines are called: the number of their document
-- column: reporting_period | text   | ky_bao_cao | T (month), Q (quarter), 6T (half-year), N (year)
-- column: month            | int    | thang_thu  | month of the deadline, counted from the first of the period: of a quarter 3 is its last month, 4 the one after
-- column: day              | int    | ngay_han   | last day of that month on which a report is in time; null = the last one of the month
-- column: province_code    | text   | ma_tinh    | province whose units it binds; null = every province's own report to the government
-- column: valid_from       | date   | tu_ngay    | first period that it is about ends on this day or later
-- column: valid_to         | date   | den_ngay   | last period that it is about ends before this day; null = still in force
-- column: document         | text   | nguon      | document that says so
-- column: locator          | text   | vi_tri     | place in it
-- key: deadline_set, reporting_period

create table deadline (
    upload_id bigint not null,
    deadline_set varchar not null,
    reporting_period varchar not null,
    month integer not null,
    day integer,
    province_code varchar,
    valid_from date not null,
    valid_to date,
    document varchar not null,
    locator varchar not null
)
