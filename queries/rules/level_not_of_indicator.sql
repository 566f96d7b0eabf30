-- Chỉ tiêu không được tính ở cấp này theo danh mục.
--
-- stage: before
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: indicator | text | id
-- column: level | text | as in the row
-- column: levels | text | levels of the catalogue, joined by '/'

select s.row_number, 'cap' as header, s.indicator_id as indicator, s.level, i.levels
from sheet as s
join indicator_catalogue as i on i.indicator_id = s.indicator_id
where (s.has_target or s.has_result) and not contains(concat('/', i.levels, '/'),
    case s.level when 'province' then '/tinh/' when 'district' then '/huyen/' when 'commune' then '/xa/' when 'all' then '/chung/' end)
order by s.row_number
