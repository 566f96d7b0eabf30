-- Các đơn vị hành chính, giữ sẵn một lần cho mọi quy tắc xét một tệp.
--
-- Stands in for the view of that name until the cursor is closed: some seventy statements read it, and planning them is what takes the time.
--
-- makes: unit
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

create or replace temp table unit as
select unit_id, code, name, kind, level, parent_code, province_code, valid_from, valid_to, legal_basis
from main.unit
