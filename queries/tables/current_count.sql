-- Bảng dẫn xuất của report_count: để các ô chọn của trang về đơn vị không phải đếm lại mọi số liệu của tỉnh.
--
-- Replaced slice by slice (province, year) in the transaction that changes the ledger; a check proves that it
-- equals its view. Holds nothing of its own.
--
-- column: province_code | text | - | province of the units
-- column: year          | int  | - | calendar year
-- column: period        | text | - | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end    | date | - | last day of the period
-- column: level         | text | - | 'district' or 'commune'
-- column: indicator_id  | text | - | catalogue id
-- column: reported      | int  | - | units that reported, be it in words
-- column: numbered      | int  | - | units with a number of their own: neither words nor a claim that only repeats its target
-- derived
-- key: province_code, year, period, level, indicator_id

create table current_count (
    province_code varchar not null,
    year smallint not null,
    period varchar not null,
    period_end date not null,
    level varchar not null,
    indicator_id varchar not null,
    reported integer not null,
    numbered integer not null
)
