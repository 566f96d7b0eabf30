-- Số mới nhất của từng chỉ tiêu ở một huyện, xã đứng đâu trong cấp của nó, và kỳ liền trước cùng loại đứng đâu.
--
-- The same rank, median and change as unit_standing gives for that row, made for one unit without ranking every period of every unit: who asks
-- for a unit reads its own numbers, and of the others those of two periods.
--
-- internal: the sheet of one unit
-- from: unit_number
-- column: province_code   | text   | province of the unit
-- column: unit_id         | text   | unit
-- column: indicator_id    | text   | catalogue id
-- column: level           | text   | 'district' or 'commune'
-- column: year            | int    | of the newest number
-- column: period          | text   | N, 2T..11T, Q1..Q4, T1..T12
-- column: actual          | double | in the indicator's unit
-- column: rank            | bigint | 1 = best; null = fewer than five units
-- column: ranked          | bigint | units with a number
-- column: median          | double | of their numbers
-- column: below_median    | double | how far the number is on the worse side of the median, negative on the better one
-- column: previous_year   | int    | of the period before of the same kind; null = none
-- column: previous_period | text   | null = none
-- column: change          | double | actual minus that of the period before; null = none
-- column: rank_change     | bigint | places won (above 0) or lost; null = none, or not ranked
-- unique: unit_id, indicator_id, level
-- example: unit_number(unit_id=a, actual=50) unit_number(unit_id=b, actual=70) unit_number(unit_id=c, actual=70) unit_number(unit_id=d, actual=10) unit_number(unit_id=e, actual=0) => unit_id=a, rank=3, ranked=5, median=50
-- example: unit_number(unit_id=a, actual=50, lower_first=true) unit_number(unit_id=b, actual=70, lower_first=true) unit_number(unit_id=c, actual=10, lower_first=true) => unit_id=b, rank=null, ranked=3, median=50, below_median=20
-- example: unit_number(unit_id=a, actual=50, year=2022, period=Q1, period_end=2022-03-31) unit_number(unit_id=b, actual=40, year=2022, period=Q1, period_end=2022-03-31) unit_number(unit_id=c, actual=30, year=2022, period=Q1, period_end=2022-03-31) unit_number(unit_id=d, actual=20, year=2022, period=Q1, period_end=2022-03-31) unit_number(unit_id=e, actual=10, year=2022, period=Q1, period_end=2022-03-31) unit_number(unit_id=a, actual=25, year=2022, period=Q2, period_end=2022-06-30) unit_number(unit_id=b, actual=40, year=2022, period=Q2, period_end=2022-06-30) unit_number(unit_id=c, actual=30, year=2022, period=Q2, period_end=2022-06-30) unit_number(unit_id=d, actual=20, year=2022, period=Q2, period_end=2022-06-30) unit_number(unit_id=e, actual=10, year=2022, period=Q2, period_end=2022-06-30) => unit_id=a, period=Q2, rank=3, change=-25, previous_period=Q1, rank_change=-2

create view unit_place as
with followed as (
    select *, lag(year) over before as previous_year, lag(period) over before as previous_period, lag(actual) over before as previous_actual
    from unit_number
    window before as (partition by province_code, unit_id, indicator_id, level, kind_of_period(period) order by period_end)
),
newest as (
    select *
    from followed
    qualify row_number() over (partition by province_code, unit_id, indicator_id, level order by period_end desc, period <> 'N', period) = 1
),
two_periods as (
    select n.*, unnest([true, false]) as now, unnest([n.year, n.previous_year]) as of_year, unnest([n.period, n.previous_period]) as of_period,
        unnest([n.actual, n.previous_actual]) as own
    from newest as n
),
among as (
    select b.province_code, b.unit_id, b.indicator_id, b.level, b.year, b.period, b.actual, b.lower_first, b.previous_year, b.previous_period,
        b.previous_actual, b.now, count(*) as ranked, median(v.actual) as median,
        1 + count(*) filter (where case when b.lower_first then round(v.actual, 2) < round(b.own, 2) else round(v.actual, 2) > round(b.own, 2) end)
            as ahead
    from two_periods as b
    join unit_number as v
        on v.province_code = b.province_code and v.indicator_id = b.indicator_id and v.level = b.level and v.year = b.of_year and v.period = b.of_period
    group by all
),
placed as (
    select *, case when ranked >= 5 then ahead end as rank from among
)
select province_code, unit_id, indicator_id, level, year, period, actual, max(rank) filter (where now) as rank, max(ranked) filter (where now) as ranked,
    max(median) filter (where now) as median,
    case when lower_first then actual - max(median) filter (where now) else max(median) filter (where now) - actual end as below_median,
    previous_year, previous_period, actual - previous_actual as change, max(rank) filter (where not now) - max(rank) filter (where now) as rank_change
from placed
group by province_code, unit_id, indicator_id, level, year, period, actual, lower_first, previous_year, previous_period, previous_actual
