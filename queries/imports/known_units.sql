-- Các đơn vị hành chính mà một tệp có thể nêu, theo từng giai đoạn.
--
-- column: unit_id       | text | names one state of one unit
-- column: code          | text | official code
-- column: name          | text | with its prefix
-- column: kind          | text | tỉnh, thành phố, huyện, thị xã, xã, phường, thị trấn
-- column: level         | text | 'province', 'district', 'commune'
-- column: parent_code   | text | code of the unit above; null = a province
-- column: province_code | text | code of the province
-- column: valid_from    | date | first day of the state
-- column: valid_to      | date | first day after it; null = still valid
-- unique: code, valid_from

select unit_id, code, name, kind, level, parent_code, province_code, valid_from, valid_to
from unit
order by code, valid_from
