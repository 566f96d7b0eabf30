-- Trong năm, mỗi nhóm và mỗi cấp có bao nhiêu mục tiêu đạt, gần đạt, chưa đạt, chưa có số liệu, chưa đến hạn.
--
-- Counts the headline indicators' targets of the whole year.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- param:  year          | int  | calendar year
-- param:  level         | text | a level, or 'any'
-- column: pillar        | text | code
-- column: pillar_name   | text | as on the screen
-- column: level         | text | 'province', 'district', 'commune' or 'all'
-- column: status        | text | met, near, missed, not_due, no_result
-- column: targets       | int  | number of targets
-- unique: pillar, level, status

select pillar, pillar_name, level, status, count(*)::int as targets
from figure
where province_code = $province_code and unit_id = $unit_id and year = $year and period = 'N'
    and has_target and rank = 'headline' and $level in ('any', level)
group by pillar, pillar_name, pillar_order, level, status
order by pillar_order, level, status
