-- Những năm mà một địa bàn có mục tiêu hoặc kết quả, và năm mà trang tự mở.
--
-- The page opens on the newest year in which at least half of its headline targets have a result; without one, on the newest
-- year with results, else on the newest year. One new figure does not flip it.
--
-- param:  province_code | text    | province of the territory
-- param:  unit_id       | text    | territory
-- column: year          | int     | calendar year, newest first
-- column: targets       | int     | targets of that year, of whatever period
-- column: results       | int     | results of that year, of whatever period
-- column: headline      | int     | headline targets of the whole year
-- column: answered      | int     | of these, how many have a result of any period
-- column: opens         | boolean | the year of a bare link; true in one row
-- unique: year

with yearly as (
    select year, (count(*) filter (where has_target))::int as targets, (count(*) filter (where has_result))::int as results,
        count(distinct (indicator_id, level)) filter (where has_target and period = 'N' and rank = 'headline')::int as headline,
        count(distinct (indicator_id, level)) filter (where newest_in_year and has_result and target_year = year and rank = 'headline')::int as answered
    from current_figure
    where province_code = $province_code and unit_id = $unit_id
    group by year
)
select year::int as year, targets, results, headline, answered,
    row_number() over (order by headline > 0 and 2 * answered >= headline desc, results > 0 desc, year desc) = 1 as opens
from yearly
order by year desc
