-- Đơn vị hành chính theo từng giai đoạn: mỗi trạng thái của một đơn vị là một dòng.
--
-- published
-- from: current_unit
-- column: unit_id       | text | names one state of one unit
-- column: code          | text | official code, leading zeros kept; re-used over time
-- column: name          | text | with its prefix
-- column: kind          | text | tỉnh, thành phố, huyện, thị xã, xã, phường, thị trấn
-- column: level         | text | 'province', 'district', 'commune'
-- column: parent_code   | text | code of the unit above; null = a province
-- column: province_code | text | code of the province
-- column: valid_from    | date | first day of the state
-- column: valid_to      | date | first day after it; null = still valid
-- column: legal_basis   | text | resolution, or the list it was read from
-- unique: code, valid_from

create view unit as
select unit_id, code, name, kind, level, parent_code, province_code, valid_from, valid_to, legal_basis
from current_unit
