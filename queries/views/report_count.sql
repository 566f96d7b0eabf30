-- Bao nhiêu huyện, xã báo một chỉ tiêu trong một kỳ, và bao nhiêu trong đó có con số.
--
-- Of units that report for their own level.
--
-- internal: defines the derived table current_count
-- from: current_figure, unit
-- column: province_code | text | province of the units
-- column: year          | int  | calendar year
-- column: period        | text | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end    | date | last day of the period
-- column: level         | text | 'district' or 'commune'
-- column: indicator_id  | text | catalogue id
-- column: reported      | int  | units that reported, be it in words
-- column: numbered      | int  | units with a number of their own: neither words nor a claim that only repeats its target
-- unique: province_code, year, period, level, indicator_id
-- example: current_figure(unit_id=a, level=commune, actual=20) current_figure(unit_id=b, level=commune, actual=null, basis=words) unit(unit_id=a, level=commune) unit(unit_id=b, level=commune) => reported=2, numbered=1
-- example: current_figure(unit_id=a, level=commune, actual=20, basis=stated) unit(unit_id=a, level=commune) => reported=1, numbered=0
-- example: current_figure(unit_id=a, level=commune, has_result=false) unit(unit_id=a, level=commune) => no row
-- example: current_figure(unit_id=a, level=commune, actual=20) unit(unit_id=a, level=province) => no row

create view report_count as
select f.province_code, f.year, f.period, f.period_end, f.level, f.indicator_id, count(*)::integer as reported,
    (count(f.actual) filter (f.basis <> 'stated'))::integer as numbered
from current_figure as f
join unit as u on u.unit_id = f.unit_id and u.level = f.level
where f.level in ('district', 'commune') and f.has_result
group by f.province_code, f.year, f.period, f.period_end, f.level, f.indicator_id
