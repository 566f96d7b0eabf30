-- Phần của riêng một kỳ trong số lũy kế từ đầu năm: số của kỳ trừ số của kỳ liền trước trong cùng năm.
--
-- Of figures that accumulate within the year (``cumulative``): 10, 25, 45 at the ends of January, February and March and 5 at the end of the next
-- January were 10, 15, 20 and 5 in the months themselves. The first period of a year is its own; a period whose predecessor in the year
-- gave no number has none. A share is taken apart by its numerator and denominator, never by subtracting shares. A number that falls
-- within the year gives a negative one: it was corrected, and that is shown.
--
-- internal: what a period itself adds to a cumulative figure
-- from: current_figure, indicator_catalogue
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: unit_id         | text    | unit as it was in the period
-- column: level           | text    | 'province', 'district', 'commune' or 'all'
-- column: year            | int     | calendar year
-- column: period          | text    | Q1..Q4, T1..T12
-- column: numerator       | decimal | of the period itself; null = not a share, or not given
-- column: denominator     | decimal | of the period itself; null = not a share, or not given
-- column: of_period       | double  | in the indicator's unit; null = the period before gave no number, or a share without its parts
-- unique: indicator_id, unit_id, level, year, period
-- example: current_figure(period=T1, period_end=2022-01-31, actual=10, accumulation=cumulative) indicator_catalogue(kind=count) => period=T1, of_period=10
-- example: current_figure(period=T1, period_end=2022-01-31, actual=10, accumulation=cumulative) current_figure(period=T2, period_end=2022-02-28, actual=25, accumulation=cumulative) indicator_catalogue(kind=count) => period=T2, of_period=15
-- example: current_figure(period=T2, period_end=2022-02-28, actual=25, accumulation=cumulative) current_figure(period=T3, period_end=2022-03-31, actual=45, accumulation=cumulative) indicator_catalogue(kind=count) => period=T3, of_period=20
-- example: current_figure(period=T3, period_end=2022-03-31, actual=45, accumulation=cumulative) current_figure(year=2023, period=T1, period_end=2023-01-31, actual=5, accumulation=cumulative) indicator_catalogue(kind=count) => year=2023, period=T1, of_period=5
-- example: current_figure(period=T1, period_end=2022-01-31, actual=10, accumulation=cumulative) current_figure(period=T3, period_end=2022-03-31, actual=45, accumulation=cumulative) indicator_catalogue(kind=count) => period=T3, of_period=null
-- example: current_figure(period=Q1, period_end=2022-03-31, actual=50, numerator=10, denominator=20, accumulation=cumulative) current_figure(period=Q2, period_end=2022-06-30, actual=40, numerator=20, denominator=50, accumulation=cumulative) indicator_catalogue(kind=ratio) => period=Q2, numerator=10, denominator=30, of_period=33.3333
-- example: current_figure(period=Q1, period_end=2022-03-31, actual=50, accumulation=cumulative) current_figure(period=Q2, period_end=2022-06-30, actual=40, accumulation=cumulative) indicator_catalogue(kind=ratio) => period=Q2, of_period=null
-- example: current_figure(period=Q1, period_end=2022-03-31, actual=50, accumulation=within_period) indicator_catalogue(kind=count) => no row

create view figure_in_period as
with counted as (
    select f.province_code, f.indicator_id, f.unit_id, f.level, f.year, f.period, f.actual, f.numerator, f.denominator, i.kind, f.unit_of_measure,
        substr(f.period, 1, 1) as rhythm, substr(f.period, 2)::int as number
    from current_figure as f
    join indicator_catalogue as i on i.indicator_id = f.indicator_id
    where f.accumulation = 'cumulative' and f.actual is not null and f.basis <> 'stated' and regexp_full_match(f.period, '[QT]\d+')
        and i.kind in ('ratio', 'count', 'money')
),
taken_apart as (
    select *,
        case when number = 1 then actual when lag(number) over earlier = number - 1 then actual - lag(actual) over earlier end as added,
        case when number = 1 then numerator when lag(number) over earlier = number - 1 then numerator - lag(numerator) over earlier end as of_numerator,
        case when number = 1 then denominator when lag(number) over earlier = number - 1 then denominator - lag(denominator) over earlier
            end as of_denominator
    from counted
    window earlier as (partition by province_code, indicator_id, unit_id, level, year, rhythm order by number)
)
select province_code, indicator_id, unit_id, level, year, period,
    case when kind = 'ratio' then of_numerator end::decimal(18, 4) as numerator,
    case when kind = 'ratio' then of_denominator end::decimal(18, 4) as denominator,
    case
        when kind <> 'ratio' then added::double
        when number = 1 then actual::double
        when of_denominator > 0 then case when unit_of_measure = '%' then 100 else 1 end * of_numerator::double / of_denominator::double
    end as of_period
from taken_apart
