-- Mọi đơn vị hành chính theo mã, với tên gần đây nhất.
--
-- column: code      | text | official code
-- column: name      | text | with prefix, of the latest state
-- column: unit_id   | text | of the latest state
-- column: level     | text | 'province', 'district', 'commune'
-- column: above     | text | name of the unit above in that state; null = a province
-- column: ended_on  | date | first day on which it no longer exists; null = still there
-- unique: code

with latest as (
    select code, unit_id, name, level, parent_code, valid_from, valid_to
    from unit
    qualify row_number() over (partition by code order by valid_from desc) = 1
)
select u.code, u.name, u.unit_id, u.level, a.name as above, u.valid_to as ended_on
from latest as u left join latest as a on a.code = u.parent_code
order by case u.level when 'province' then 1 when 'district' then 2 else 3 end, u.valid_to is not null, u.name collate vi, u.code
