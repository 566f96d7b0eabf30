-- Cấp của dòng cao hơn cấp của đơn vị.
--
-- stage: before
-- only:  upper_levels
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: unit | text | name
-- column: level | text | as in the row

select s.row_number, 'cap' as header, u.name as unit, s.level
from sheet as s join unit as u on u.unit_id = s.unit_id
where (s.has_target or s.has_result)
    and (u.level = 'district' and s.level = 'province' or u.level = 'commune' and s.level in ('province', 'district'))
order by s.row_number
