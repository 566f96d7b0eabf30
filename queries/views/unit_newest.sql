-- Kết quả mới nhất bằng số của từng chỉ tiêu ở từng huyện, xã, thuộc cấp của chính đơn vị.
--
-- Newest by the end of its period, of one end the longest. A claim that only repeats its target is no number; of background figures nothing is better.
-- Beside it the median of the level in that very period, of the units as they were then.
-- Found by a sum over few columns, then read: a window over all columns of all figures of a large province takes six times as long.
--
-- internal: what a signal sets against the other units of the level
-- from: current_figure, unit, current_spread
-- column: province_code       | text    | province of the unit
-- column: unit_id             | text    | unit
-- column: unit_name           | text    | with prefix
-- column: level               | text    | 'district' or 'commune'
-- column: indicator_id        | text    | catalogue id
-- column: short_name          | text    | for narrow places
-- column: pillar_order        | int     | order of the plans' headings
-- column: unit_of_measure     | text    | '%', 'người' ...
-- column: year                | int     | calendar year
-- column: period              | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: actual              | decimal | the number
-- column: actual_as_written   | text    | as its document writes it
-- column: actual_qualifier    | text    | about, over, nearly, estimate, exact
-- column: actual_document     | text    | number of its document, as it is cited
-- column: actual_locator      | text    | place in it; null = not given
-- column: ranked              | bigint  | units of the level with a number in that period; null = no median is known
-- column: median              | double  | of their numbers; null = none
-- column: below_median        | double  | how far the number is on the worse side of the median, negative on the better one; null = no median
-- unique: unit_id, indicator_id
-- example: current_figure(unit_id=a, level=commune, actual=5, year=2022, period=Q3, period_end=2022-09-30) current_figure(unit_id=a, level=commune, actual=7, year=2022, period=Q4, period_end=2022-12-31) current_figure(unit_id=a, level=commune, actual=9, year=2022, period=N, period_end=2022-12-31) unit(unit_id=a, level=commune) => period=N, actual=9
-- example: current_figure(unit_id=a, level=commune, actual=5, basis=stated) unit(unit_id=a, level=commune) => no row
-- example: current_figure(unit_id=a, level=commune, actual=0, direction=lower) unit(unit_id=a, level=commune) => actual=0

create view unit_newest as
with best as (  -- of one end of a period N is the longest, then nT, Q, T
    select f.province_code, f.unit_id, f.indicator_id, f.level, max(f.year) as year,
        arg_max(f.period, 4 * date_diff('day', date '1900-01-01', f.period_end)
            + case when f.period = 'N' then 3 when f.period like '%T' then 2 when f.period like 'Q%' then 1 else 0 end) as period
    from current_figure as f
    join unit as u on u.unit_id = f.unit_id and u.level = f.level
    where f.level in ('district', 'commune') and f.actual is not null and f.basis <> 'stated' and f.direction <> 'none'
    group by f.province_code, f.unit_id, f.indicator_id, f.level
),
newest as (
    select f.province_code, f.unit_id, f.unit_name, f.level, f.indicator_id, f.short_name, f.pillar_order, f.unit_of_measure, f.year, f.period, f.actual,
        f.actual_as_written, f.actual_qualifier, cited(f.actual_document, f.actual_self_stated, f.unit_name) as actual_document, f.actual_locator,
        f.direction
    from best as b
    join current_figure as f
        on f.province_code = b.province_code and f.unit_id = b.unit_id and f.indicator_id = b.indicator_id and f.level = b.level and f.year = b.year
        and f.period = b.period
)
select n.* exclude (direction), s.units as ranked, s.median, case when n.direction = 'lower' then n.actual - s.median else s.median - n.actual end as below_median
from newest as n
left join current_spread as s
    on s.units_of = 'then' and s.province_code = n.province_code and s.indicator_id = n.indicator_id and s.level = n.level and s.year = n.year
    and s.period = n.period
