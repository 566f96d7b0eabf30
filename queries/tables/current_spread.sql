-- Bảng dẫn xuất của unit_spread: trung vị, thấp nhất, cao nhất của mỗi cấp, để không trang nào phải đọc lại số của mọi đơn vị.
--
-- Replaced slice by slice (province, year) in the transaction that changes the ledger, of the provinces of today as well that the
-- units of a touched province became; a check proves that it equals its view. Holds nothing of its own.
--
-- column: units_of      | text   | - | 'then' or 'today', see unit_value
-- column: province_code | text   | - | province of the units
-- column: indicator_id  | text   | - | catalogue id
-- column: level         | text   | - | 'district' or 'commune'
-- column: year          | int    | - | calendar year
-- column: period        | text   | - | N, 2T..11T, Q1..Q4, T1..T12
-- column: units         | bigint | - | units with a number
-- column: median        | double | - | of their numbers, in the indicator's unit
-- column: lowest        | double | - | smallest number
-- column: highest       | double | - | largest number
-- derived
-- key: units_of, province_code, indicator_id, level, year, period

create table current_spread (
    units_of varchar not null,
    province_code varchar not null,
    indicator_id varchar not null,
    level varchar not null,
    year smallint not null,
    period varchar not null,
    units bigint not null,
    median double not null,
    lowest double not null,
    highest double not null
)
