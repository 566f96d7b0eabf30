-- Những chỉ tiêu mà một địa bàn có số liệu, theo nhóm.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- column: indicator_id  | text | catalogue id
-- column: name          | text | full name
-- column: targets       | int  | levels, years and periods with a target
-- column: results       | int  | levels, years and periods with a result
-- unique: indicator_id

select indicator_id, indicator_name as name, (count(*) filter (where has_target))::int as targets,
    (count(*) filter (where has_result))::int as results
from current_figure
where province_code = $province_code and unit_id = $unit_id
group by indicator_id, indicator_name, pillar_order, rank
order by case rank when 'headline' then 1 when 'supporting' then 2 else 3 end, pillar_order, indicator_id
