-- Những kỳ sau một năm đã có kết quả: kỳ nào, bao nhiêu.
--
-- What a strip above the page announces: figures that are newer than the year that is shown.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- param:  year          | int  | calendar year that is shown
-- column: year          | int  | a later year, newest first
-- column: period        | text | N, 2T..11T, Q1..Q4, T1..T12
-- column: results       | int  | results of that period
-- unique: year, period

select year::int as year, period, count(*)::int as results
from current_figure
where province_code = $province_code and unit_id = $unit_id and year > $year and has_result
group by year, period, period_end
order by year desc, period_end desc, period
