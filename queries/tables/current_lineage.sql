-- Bảng dẫn xuất giữ sẵn: đơn vị trước và sau mỗi lần sắp xếp.
--
-- The view unit_lineage_by_ledger, kept because nearly every question reads it and planning that view is what takes the time.
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: from_code    | text | - | code before
-- column: from_name    | text | - | name before, with prefix
-- column: to_code      | text | - | code after
-- column: to_name      | text | - | name after, with prefix
-- column: kind         | text | - | same, rename, retype, move, merge, split
-- column: effective_on | date | - | first day of the new state
-- derived: unit_lineage_by_ledger
-- key: from_code, to_code, effective_on

create table current_lineage (
    from_code varchar not null,
    from_name varchar,
    to_code varchar not null,
    to_name varchar,
    kind varchar,
    effective_on date not null
)
