-- Từ ngày nào một tỉnh không còn đơn vị nào của một cấp.
--
-- A target that was set for such a level and for a later day is history: nobody can be asked for its result.
--
-- internal: levels of units that have ended, the districts in 2025
-- from: unit
-- column: province_code | text | province
-- column: level         | text | 'district' or 'commune'
-- column: ended_on      | date | first day without such units
-- unique: province_code, level
-- example: unit(level=district, valid_to=2025-07-01) unit(level=district, valid_to=2025-01-01) => level=district, ended_on=2025-07-01
-- example: unit(level=district, valid_to=2025-01-01) unit(level=district, valid_to=null) => no row

create view level_end as
select province_code, level, max(valid_to) as ended_on
from unit
where level in ('district', 'commune')
group by province_code, level
having bool_and(valid_to is not null)
