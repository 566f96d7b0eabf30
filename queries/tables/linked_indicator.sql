-- Bảng dẫn xuất giữ sẵn: hai chỉ tiêu mà danh mục nối lại: nối tiếp nhau, hoặc ghi chú nói vì sao để riêng.
--
-- The view linked_indicator_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (indicators that the catalogue speaks of together).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: indicator_id | text | - | one of them
-- column: other_id     | text | - | the other one
-- column: relation     | text | - | 'predecessor', 'successor', 'noted'
-- column: nearness     | int  | - | 1 predecessor, 2 successor, 3 named in this one's note, 4 named in the other's
-- derived: linked_indicator_by_ledger
-- key: indicator_id, other_id

create table linked_indicator (
    indicator_id varchar not null,
    other_id varchar not null,
    relation varchar,
    nearness integer
)
