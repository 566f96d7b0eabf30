-- Đơn vị hành chính theo từng giai đoạn: mỗi trạng thái của một đơn vị là một dòng.
--
-- internal: defines the derived table current_unit
-- from: live_upload, unit_state
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

create view unit_by_ledger as
select s.unit_id, s.code, s.name, s.kind, s.level, s.parent_code, s.province_code, s.valid_from, s.valid_to, s.legal_basis
from unit_state as s join live_upload as u using (upload_id)
qualify row_number() over (partition by s.code, s.valid_from order by s.upload_id desc) = 1
