-- Bảng dẫn xuất giữ sẵn: hai chỉ tiêu gần giống tên nhưng danh mục để riêng, hoặc danh mục chưa nói gì về chúng.
--
-- The view near_indicator_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (indicators that look alike and are not one).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: indicator_id | text    | - | one of them
-- column: other_id     | text    | - | the other one
-- column: noted        | boolean | - | the catalogue says why they are kept apart
-- column: alike        | double  | - | 0 to 1
-- column: may_be_one   | boolean | - | the note of one says “Có thể cùng là” of the other
-- derived: near_indicator_by_ledger
-- key: indicator_id, other_id

create table near_indicator (
    indicator_id varchar not null,
    other_id varchar not null,
    noted boolean,
    alike double,
    may_be_one boolean
)
