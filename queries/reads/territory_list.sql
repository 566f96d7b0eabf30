-- Những địa bàn có số liệu: mọi tỉnh, các đơn vị trong tỉnh của một địa bàn, và những đơn vị được hỏi thêm.
--
-- A country has some ten thousand communes; nobody picks from a list of all of them.
--
-- param:  unit_id       | text | territory whose province is opened; an unknown one opens none
-- param:  also          | text | units that are listed without any figures too, joined by commas; '' = none
-- column: unit_id       | text | unit
-- column: unit_name     | text | with prefix
-- column: label         | text | name; with the first year of the state where one code has several, with its days where it ended in that year
-- column: level         | text | 'province', 'district', 'commune'
-- column: province_code | text | province of the unit
-- column: figures       | int  | rows in the ledger; 0 only where asked for
-- unique: unit_id

with reported as (
    select s.unit_id, sum(s.targets + s.results)::int as figures
    from upload_scope as s join live_upload as l on l.upload_id = s.upload_id
    group by s.unit_id
)
select u.unit_id, u.name as unit_name,
    u.name || case when u.unit_id = u.code then ''
        when year(u.valid_to - 1) = year(u.valid_from) then strftime(u.valid_from, ' (%d/%m') || strftime(u.valid_to - 1, '–%d/%m/%Y)')
        else strftime(u.valid_from, ' (từ %Y)') end as label,
    u.level, u.province_code, coalesce(r.figures, 0) as figures
from unit as u left join reported as r on r.unit_id = u.unit_id
where r.unit_id is not null and (u.level = 'province' or u.province_code = (select max(province_code) from unit where unit_id = $unit_id))
    or list_contains(string_split($also, ','), u.unit_id)
order by case u.level when 'province' then 1 when 'district' then 2 else 3 end, figures desc, u.unit_id
