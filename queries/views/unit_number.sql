-- Kết quả bằng số mà từng huyện, xã báo cho cấp của chính mình.
--
-- A claim that only repeats its target is no number. A view of its own, because whoever reads it twice must not keep it as one table: no
-- filter would reach the figures.
--
-- internal: what unit_value says of the map then and of today's
-- from: current_figure, indicator_catalogue, unit
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: level           | text    | 'district' or 'commune'
-- column: year            | int     | calendar year
-- column: period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end      | date    | last day of the period
-- column: unit_id         | text    | unit as it was in the period
-- column: actual          | double  | in the indicator's unit
-- column: numerator       | decimal | null = not given
-- column: denominator     | decimal | null = not given
-- column: lower_first     | boolean | less is better
-- column: kind            | text    | ratio, count, rate, money, rank, milestone
-- column: accumulation    | text    | 'at_date', 'cumulative', 'within_period'; null = not known
-- column: unit_of_measure | text    | '%', 'người' ...
-- unique: indicator_id, unit_id, level, year, period
-- example: current_figure(actual=20, level=commune, unit_id=a, direction=lower) indicator_catalogue(kind=count) unit(unit_id=a, level=commune) => actual=20, lower_first=true, kind=count
-- example: current_figure(actual=20, level=commune, unit_id=a, basis=stated) indicator_catalogue(kind=count) unit(unit_id=a, level=commune) => no row
-- example: current_figure(actual=20, level=commune, unit_id=a) indicator_catalogue(kind=count) unit(unit_id=a, level=province) => no row

create view unit_number as
select f.province_code, f.indicator_id, f.level, f.year, f.period, f.period_end, f.unit_id, f.actual::double as actual, f.numerator, f.denominator,
    f.direction = 'lower' as lower_first, i.kind, i.accumulation, f.unit_of_measure
from current_figure as f
join unit as u on u.unit_id = f.unit_id and u.level = f.level
join indicator_catalogue as i on i.indicator_id = f.indicator_id
where f.level in ('district', 'commune') and f.actual is not null and f.basis <> 'stated'
