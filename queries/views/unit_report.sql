-- Kết quả mà từng đơn vị báo cho cấp của chính mình, bằng số hoặc bằng lời.
--
-- A claim that only repeats its target, and words, have no number. A view of its own for the reason that unit_number names.
--
-- internal: what an index scores, and whether a unit said anything
-- from: current_figure, unit
-- column: province_code | text    | province of the unit
-- column: level         | text    | 'province', 'district' or 'commune'
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end    | date    | last day of the period
-- column: unit_id       | text    | unit as it was in the period
-- column: indicator_id  | text    | catalogue id
-- column: actual        | decimal | in the indicator's unit; null = in words, or it only repeats the target
-- unique: indicator_id, unit_id, level, year, period
-- example: current_figure(actual=80) unit() => actual=80
-- example: current_figure(actual=80, basis=stated) unit() => actual=null
-- example: current_figure(has_result=false) unit() => no row

create view unit_report as
select f.province_code, f.level, f.year, f.period, f.period_end, f.unit_id, f.indicator_id, case when f.basis <> 'stated' then f.actual end as actual
from current_figure as f
join unit as u on u.unit_id = f.unit_id and u.level = f.level
where f.has_result
