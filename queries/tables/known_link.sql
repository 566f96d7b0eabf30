-- Bảng dẫn xuất giữ sẵn: nhiệm vụ nào phục vụ chỉ tiêu nào, kèm lý do.
--
-- The view known_link_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (links between tasks and indicators).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: task_id      | text | - | task
-- column: indicator_id | text | - | indicator
-- column: reason       | text | - | why, in our own words
-- derived: known_link_by_ledger
-- key: task_id, indicator_id

create table known_link (
    task_id varchar not null,
    indicator_id varchar not null,
    reason varchar
)
