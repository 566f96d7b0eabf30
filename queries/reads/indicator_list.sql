-- Những chỉ tiêu mà một địa bàn có số liệu, theo nhóm.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- column: indicator_id  | text | catalogue id
-- column: name          | text | full name
-- column: pillar_name   | text | as on the screen
-- column: rank          | text | 'headline', 'supporting' or 'context'
-- column: targets       | int  | target rows in the ledger
-- column: results       | int  | result rows in the ledger
-- column: search_key    | text | id, name, aliases and pillar, lower case, without diacritics
-- unique: indicator_id

select i.indicator_id, i.name, i.pillar_name, i.rank, sum(c.targets)::int as targets, sum(c.results)::int as results, i.search_key
from (
    select indicator_id, 1 as targets, 0 as results from target
    where province_code = $province_code and unit_id = $unit_id and upload_id in (select upload_id from live_upload)
    union all
    select indicator_id, 0, 1 from result
    where province_code = $province_code and unit_id = $unit_id and upload_id in (select upload_id from live_upload)
) as c
join indicator_catalogue as i on i.indicator_id = c.indicator_id
group by i.indicator_id, i.name, i.pillar_name, i.pillar_order, i.rank, i.search_key
order by case i.rank when 'headline' then 1 when 'supporting' then 2 else 3 end, i.pillar_order, i.indicator_id
