-- Bảng dẫn xuất giữ sẵn: đơn vị hành chính theo từng giai đoạn: mỗi trạng thái của một đơn vị là một dòng.
--
-- The view unit_by_ledger, kept because nearly every question reads it and planning that view is what takes the time.
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: unit_id       | text | - | names one state of one unit
-- column: code          | text | - | official code, leading zeros kept; re-used over time
-- column: name          | text | - | with its prefix
-- column: kind          | text | - | tỉnh, thành phố, huyện, thị xã, xã, phường, thị trấn
-- column: level         | text | - | 'province', 'district', 'commune'
-- column: parent_code   | text | - | code of the unit above; null = a province
-- column: province_code | text | - | code of the province
-- column: valid_from    | date | - | first day of the state
-- column: valid_to      | date | - | first day after it; null = still valid
-- column: legal_basis   | text | - | resolution, or the list it was read from
-- derived: unit_by_ledger
-- key: code, valid_from

create table current_unit (
    unit_id varchar,
    code varchar not null,
    name varchar,
    kind varchar,
    level varchar,
    parent_code varchar,
    province_code varchar,
    valid_from date not null,
    valid_to date,
    legal_basis varchar
)
