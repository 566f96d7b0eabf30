-- Bảng dẫn xuất của claim: mọi lần nêu mục tiêu hay kết quả, đã biết lần nào được chọn.
--
-- Replaced slice by slice (province, year) in the transaction that changes the ledger; a check proves that it
-- equals its view. Holds nothing of its own.
--
-- column: kind          | text    | - | 'target' or 'result'
-- column: province_code | text    | - | province of the unit
-- column: indicator_id  | text    | - | catalogue id
-- column: unit_id       | text    | - | unit as it was in the period
-- column: level         | text    | - | whose figure
-- column: year          | int     | - | calendar year
-- column: period        | text    | - | N, 2T..11T, Q1..Q4, T1..T12
-- column: op            | text    | - | of a target; null for a milestone and for results
-- column: low           | decimal | - | target's low end; a result's number or the low end of its span
-- column: high          | decimal | - | target's high end; the high end of a result's span
-- column: as_written    | text    | - | short form of the document
-- column: document      | text    | - | number
-- column: locator       | text    | - | null = not given
-- column: upload_id     | bigint  | - | upload that brought it
-- column: row_number    | bigint  | - | row of its file
-- column: inherited     | boolean | - | the province's target, standing for a unit that has none of its own
-- column: actual        | decimal | - | of a result; null = in words, a span, or a target
-- column: qualifier     | text    | - | of a result; null for targets
-- column: numerator     | decimal | - | of a result; null = not given
-- column: denominator   | decimal | - | of a result; null = not given
-- column: as_of         | date    | - | of a result; null for targets
-- column: as_of_stated  | boolean | - | of a result; null for targets
-- column: stated_status | text    | - | of a result; null = the document does not say
-- column: note          | text    | - | null = none
-- column: chosen        | boolean | - | the claim that the screens show first; one per key and kind
-- column: standing      | text    | - | 'current', 'superseded', 'conflicting' or 'beside'
-- column: basis         | text    | - | of a result: 'measured', 'stated' or 'words'; null for targets
-- column: self_stated   | boolean | - | brought by somebody who is not in charge of the whole province: the unit's own word
-- derived
-- key: kind, indicator_id, unit_id, level, year, period, upload_id, row_number, inherited

create table current_claim (
    kind varchar not null,
    province_code varchar not null,
    indicator_id varchar not null,
    unit_id varchar not null,
    level varchar not null,
    year smallint not null,
    period varchar not null,
    op varchar,
    low decimal(18, 4),
    high decimal(18, 4),
    as_written varchar not null,
    document varchar not null,
    locator varchar,
    upload_id bigint not null,
    row_number bigint not null,
    inherited boolean not null,
    actual decimal(18, 4),
    qualifier varchar,
    numerator decimal(18, 4),
    denominator decimal(18, 4),
    as_of date,
    as_of_stated boolean,
    stated_status varchar,
    note varchar,
    chosen boolean not null,
    standing varchar not null,
    basis varchar,
    self_stated boolean not null
)
