-- Trong một năm, mục tiêu của một tỷ lệ khác nhau bao nhiêu giữa các cấp.
--
-- spread = highest minus lowest target of the levels, in percentage points; only shares with targets that differ are here.
--
-- internal: indicators whose target differs by level
-- from: current_figure
-- column: province_code | text    | province of the unit
-- column: indicator_id  | text    | catalogue id
-- column: unit_id       | text    | unit
-- column: year          | int     | calendar year
-- column: spread        | decimal | above 0
-- column: steps         | bigint  | different targets
-- column: results       | bigint  | levels with a target and a number
-- unique: indicator_id, unit_id, year
-- example: current_figure(level=province, required=70) current_figure(level=district, required=60) current_figure(level=commune, required=40, actual=0) => spread=30, steps=3, results=1
-- example: current_figure(level=province, required=70) current_figure(level=district, required=70) => no row
-- example: current_figure(level=province, required=70) current_figure(level=commune, required=0) => spread=70, steps=2

create view level_spread as
select province_code, indicator_id, unit_id, year, max(required) - min(required) as spread, count(distinct required) as steps,
    count(actual) filter (where required is not null) as results
from current_figure
where has_target and period = 'N' and unit_of_measure = '%' and level in ('province', 'district', 'commune')
group by province_code, indicator_id, unit_id, year
having max(required) > min(required)
