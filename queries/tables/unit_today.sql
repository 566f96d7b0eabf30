-- Bảng dẫn xuất giữ sẵn: mỗi trạng thái của một đơn vị thành những đơn vị nào của hôm nay: trọn vẹn, hay bị chia trên đường đi.
--
-- The view unit_today_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (the way from every state of a unit to the units of today).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: unit_id        | text    | - | one state of a unit
-- column: today_id       | text    | - | a unit of today that it became, wholly or in part
-- column: today_province | text    | - | province of that unit
-- column: split          | boolean | - | somewhere on the way it was divided: nobody knows which part of its figures came here
-- column: alone          | boolean | - | no other state of any unit became that unit of today: its figures are its own
-- derived: unit_today_by_ledger
-- key: unit_id, today_id

create table unit_today (
    unit_id varchar not null,
    today_id varchar not null,
    today_province varchar,
    split boolean,
    alone boolean
)
