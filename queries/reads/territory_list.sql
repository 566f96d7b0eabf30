-- Những địa bàn có số liệu: mọi tỉnh, và các đơn vị trong tỉnh của một địa bàn.
--
-- A country has some ten thousand communes; nobody picks from a list of all of them.
--
-- param:  unit_id       | text | territory whose province is opened; an unknown one opens none
-- column: unit_id       | text | unit
-- column: unit_name     | text | with prefix
-- column: label         | text | name; with the first month of the state where one code has several
-- column: level         | text | 'province', 'district', 'commune'
-- column: province_code | text | province of the unit
-- column: figures       | int  | rows in the ledger
-- unique: unit_id

select s.unit_id, u.name as unit_name,
    u.name || case when u.unit_id = u.code then '' else strftime(u.valid_from, ' (từ %m/%Y)') end as label,
    u.level, s.province_code, sum(s.targets + s.results)::int as figures
from upload_scope as s
join live_upload as l on l.upload_id = s.upload_id
join unit as u on u.unit_id = s.unit_id
where u.level = 'province' or s.province_code = (select max(province_code) from unit where unit_id = $unit_id)
group by s.unit_id, u.code, u.unit_id, u.name, u.valid_from, u.level, s.province_code
order by case u.level when 'province' then 1 when 'district' then 2 else 3 end, figures desc, s.unit_id
