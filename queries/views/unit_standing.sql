-- Thứ hạng của từng đơn vị trong cấp của nó, cùng trung vị, thấp nhất, cao nhất và thay đổi so với kỳ liền trước cùng loại.
--
-- A smaller rank is better; the direction of the indicator decides. Values that look equal on the screen (two decimals) share a rank, and
-- the ranks behind them are left out. Fewer than five units with a number are not ranked. Who has no number is not ranked last: not at all.
-- The period before is the unit's own latest earlier one of the same kind, on the same map: a unit that is new has none.
--
-- internal: ranks, medians and changes of rank
-- from: unit_value
-- column: units_of         | text   | 'then' or 'today'
-- column: province_code    | text   | province of the unit
-- column: indicator_id     | text   | catalogue id
-- column: level            | text   | 'district' or 'commune'
-- column: year             | int    | calendar year
-- column: period           | text   | N, 2T..11T, Q1..Q4, T1..T12
-- column: unit_id          | text   | unit
-- column: actual           | double | in the indicator's unit
-- column: rank             | bigint | 1 = best; null = fewer than five units
-- column: ranked           | bigint | units with a number
-- column: median           | double | of their numbers
-- column: lowest           | double | smallest number
-- column: highest          | double | largest number
-- column: previous_year    | int    | of the period before; null = none
-- column: previous_period  | text   | null = none
-- column: change           | double | actual minus that of the period before; null = none
-- column: rank_change      | bigint | places won (above 0) or lost; null = none, or not ranked
-- column: improvement_rank | bigint | rank by change, the greatest improvement first; null = none, or fewer than five units have one
-- column: below_median     | double | how far the number is on the worse side of the median, negative on the better one
-- column: previous_rank    | bigint | rank in the period before; null = none, or not ranked
-- column: fell_far         | boolean | since the period just before it lost a quarter of the field, its place as a share of the units with a number
-- unique: units_of, indicator_id, unit_id, level, year, period
-- example: unit_value(unit_id=a, actual=50) unit_value(unit_id=b, actual=70) unit_value(unit_id=c, actual=70) unit_value(unit_id=d, actual=10) unit_value(unit_id=e, actual=0) => unit_id=a, rank=3, ranked=5, median=50, lowest=0, highest=70
-- example: unit_value(unit_id=a, actual=50, lower_first=true) unit_value(unit_id=b, actual=70, lower_first=true) unit_value(unit_id=c, actual=10, lower_first=true) => unit_id=b, median=50, below_median=20
-- example: unit_value(unit_id=a, actual=50) unit_value(unit_id=b, actual=70.001) unit_value(unit_id=c, actual=70) unit_value(unit_id=d, actual=10) unit_value(unit_id=e, actual=0) => unit_id=c, rank=1
-- example: unit_value(unit_id=a, actual=50, lower_first=true) unit_value(unit_id=b, actual=70, lower_first=true) unit_value(unit_id=c, actual=60, lower_first=true) unit_value(unit_id=d, actual=10, lower_first=true) unit_value(unit_id=e, actual=0, lower_first=true) => unit_id=e, rank=1
-- example: unit_value(unit_id=a, actual=50) unit_value(unit_id=b, actual=70) unit_value(unit_id=c, actual=60) unit_value(unit_id=d, actual=10) => unit_id=b, rank=null, ranked=4, median=55
-- example: unit_value(unit_id=a, actual=50, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=b, actual=40, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=c, actual=30, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=d, actual=20, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=e, actual=10, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=a, actual=25, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=b, actual=40, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=c, actual=30, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=d, actual=20, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=e, actual=10, year=2022, period=Q2, period_end=2022-06-30) => unit_id=a, period=Q2, rank=3, previous_rank=1, fell_far=true
-- example: unit_value(unit_id=a, actual=50, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=b, actual=40, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=c, actual=30, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=d, actual=20, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=e, actual=10, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=a, actual=25, year=2022, period=Q3, period_end=2022-09-30) unit_value(unit_id=b, actual=40, year=2022, period=Q3, period_end=2022-09-30) unit_value(unit_id=c, actual=30, year=2022, period=Q3, period_end=2022-09-30) unit_value(unit_id=d, actual=20, year=2022, period=Q3, period_end=2022-09-30) unit_value(unit_id=e, actual=10, year=2022, period=Q3, period_end=2022-09-30) => unit_id=a, period=Q3, rank=3, previous_rank=1, fell_far=false
-- example: unit_value(unit_id=a, actual=25, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=b, actual=40, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=c, actual=30, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=d, actual=20, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=e, actual=10, year=2022, period=Q1, period_end=2022-03-31) unit_value(unit_id=a, actual=25, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=b, actual=40, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=c, actual=30, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=d, actual=20, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=e, actual=10, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=f, actual=60, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=g, actual=55, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=h, actual=5, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=i, actual=4, year=2022, period=Q2, period_end=2022-06-30) unit_value(unit_id=j, actual=3, year=2022, period=Q2, period_end=2022-06-30) => unit_id=a, period=Q2, rank=5, previous_rank=3, fell_far=false

create view unit_standing as
with compared as (
    select *, case when lower_first then -round(actual, 2) else round(actual, 2) end as merit
    from unit_value
    where actual is not null
),
ranked as (
    select *, count(*) over whole as ranked, median(actual) over whole as median, min(actual) over whole as lowest, max(actual) over whole as highest,
        case when count(*) over whole >= 5
            then rank() over (partition by units_of, province_code, indicator_id, level, year, period order by merit desc) end as rank
    from compared
    window whole as (partition by units_of, province_code, indicator_id, level, year, period)
),
followed as (
    select *, lag(year) over before as previous_year, lag(period) over before as previous_period, actual - lag(actual) over before as change,
        lag(rank) over before - rank as rank_change, lag(rank) over before as previous_rank,
        lag(ranked) over before as previous_ranked, date_diff('month', lag(period_end) over before, period_end) as months_since, round(merit - lag(merit) over before, 2) as better
    from ranked
    window before as (partition by units_of, province_code, indicator_id, level, unit_id, kind_of_period(period) order by period_end)
)
select units_of, province_code, indicator_id, level, year, period, unit_id, actual, rank, ranked, median, lowest, highest,
    previous_year, previous_period, change, rank_change,
    case when better is not null and count(better) over (partition by units_of, province_code, indicator_id, level, year, period) >= 5
        then rank() over (partition by units_of, province_code, indicator_id, level, year, period order by better desc nulls last) end as improvement_rank,
    case when lower_first then actual - median else median - actual end as below_median, previous_rank,
    coalesce(rank / ranked - previous_rank / previous_ranked >= 0.25
        and months_since = case left(period, 1) when 'Q' then 3 when 'T' then 1 else 12 end, false) as fell_far
from followed
