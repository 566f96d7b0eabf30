-- Đơn vị nào thành đơn vị nào, từ ngày nào.
--
-- column: upload_id    | bigint | -             | upload that brought the row
-- column: from_code    | text   | ma_cu         | code before
-- column: from_name    | text   | ten_cu        | name before, with prefix
-- column: to_code      | text   | ma_moi        | code after
-- column: to_name      | text   | ten_moi       | name after, with prefix
-- column: kind         | text   | quan_he       | same, rename, retype, move, merge, split
-- column: effective_on | date   | ngay_hieu_luc | first day of the new state
-- key: from_code, to_code, effective_on

create table unit_change (
    upload_id bigint not null,
    from_code varchar not null,
    from_name varchar not null,
    to_code varchar not null,
    to_name varchar not null,
    kind varchar not null,
    effective_on date not null
)
