-- Ai đó báo một con số sai: số nào, sai thế nào; chỉ ghi thêm, không sửa, không xóa.
--
-- Brought by a button beside the figure, never by a file: hence no Vietnamese headers. It changes no figure.
--
-- column: doubt_id      | bigint    | - | 1, 2, 3 … in the order of writing
-- column: asked_at      | timestamp | - | UTC
-- column: asked_by      | text      | - | account name; empty = a visitor who is not signed in
-- column: province_code | text      | - | province of the unit
-- column: unit_id       | text      | - | whose figure, as it was in the period
-- column: indicator_id  | text      | - | catalogue id; empty = a task, or a cell of money
-- column: level         | text      | - | whose figure
-- column: year          | int       | - | calendar year; 0 = of no single year
-- column: period        | text      | - | N, 2T..11T, Q1..Q4, T1..T12
-- column: kind          | text      | - | 'target', 'result', 'task' or 'money'
-- column: shown         | text      | - | the figure as the screen showed it then, with its document
-- column: trouble       | text      | - | 'number' (sai số), 'unit' (sai đơn vị), 'old' (số cũ) or 'other' (khác)
-- column: text          | text      | - | in the words of who asked, at most 500 characters
-- column: subject       | text      | - | of a task its own name; of money document and line, as in '424/QĐ-UBND#12'; null = a figure of an indicator
-- known: asked_at
-- key: doubt_id

create table doubt (
    doubt_id bigint not null,
    asked_at timestamp not null,
    asked_by varchar not null,
    province_code varchar not null,
    unit_id varchar not null,
    indicator_id varchar not null,
    level varchar not null,
    year integer not null,
    period varchar not null,
    kind varchar not null,
    shown varchar not null,
    trouble varchar not null,
    text varchar not null,
    subject varchar
)
