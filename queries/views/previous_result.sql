-- Mỗi số liệu cùng kết quả liền trước của cùng loại kỳ, nhiều nhất ba năm trước: đã thay đổi bao nhiêu.
--
-- Whole years are set beside whole years, quarters beside quarters, months beside months, months since January beside the like.
-- A claim that only repeats its target (basis stated) is no number to compare.
-- change       = actual - previous_actual, in the indicator's unit; 0 is a change like any other.
-- change_share = abs(change) / abs(previous_actual).
--
-- internal: every figure that has an earlier result with a number
-- from: current_figure
-- column: province_code      | text    | province of the unit
-- column: indicator_id       | text    | catalogue id
-- column: unit_id            | text    | unit
-- column: level              | text    | whose figure
-- column: year               | int     | year looked at, with a target or a result
-- column: period             | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: previous_year      | int     | year of the latest earlier result with a number
-- column: previous_period    | text    | its period
-- column: previous_actual    | decimal | that result
-- column: previous_qualifier | text    | exact, about, over, nearly, estimate
-- column: previous_document  | text    | number of the document that states it, as it is cited
-- column: previous_locator   | text    | null = not given
-- column: previous_as_of     | date    | null = not stated
-- column: change             | decimal | null = the figure itself has no number
-- column: change_share       | double  | null = the figure itself has no number, or the earlier result is 0
-- unique: indicator_id, unit_id, level, year, period
-- example: current_figure(year=2021, period_end=2021-12-31, actual=95) current_figure(year=2022, actual=98) => year=2022, previous_year=2021, change=3, previous_actual=95
-- example: current_figure(year=2021, period_end=2021-12-31, actual=0) current_figure(year=2022, actual=0) => year=2022, previous_actual=0, change=0, change_share=null
-- example: current_figure(year=2021, period_end=2021-12-31, actual=40) current_figure(year=2022) => year=2022, previous_actual=40, change=null
-- example: current_figure(year=2018, period_end=2018-12-31, actual=40) current_figure(year=2022, actual=50) => no row
-- example: current_figure(year=2022, period=Q2, period_end=2022-06-30, actual=40) current_figure(year=2022, period=Q3, period_end=2022-09-30, actual=44) => period=Q3, previous_period=Q2, change=4
-- example: current_figure(year=2022, period=Q2, period_end=2022-06-30, actual=40) current_figure(year=2022, actual=50) => no row
-- example: current_figure(year=2022, period=T6, period_end=2022-06-30, actual=4) current_figure(year=2022, period=9T, period_end=2022-09-30, actual=40) => no row
-- example: current_figure(year=2021, period_end=2021-12-31, actual=95, basis=stated) current_figure(year=2022, actual=98) => no row

create view previous_result as
with known as (
    select province_code, indicator_id, unit_id, level, year, period, period_end, kind_of_period(period) as kind_of_period,
        case when basis <> 'stated' then actual end as actual, actual_qualifier,
        cited(actual_document, actual_self_stated, unit_name) as actual_document,
        actual_locator, as_of
    from current_figure
),
paired as (
    select f.province_code, f.indicator_id, f.unit_id, f.level, f.year, f.period, any_value(f.actual) as actual, arg_max(p, p.period_end) as earlier
    from known as f
    join known as p
        on p.province_code = f.province_code and p.indicator_id = f.indicator_id and p.unit_id = f.unit_id and p.level = f.level
        and p.kind_of_period = f.kind_of_period and p.period_end < f.period_end and p.year >= f.year - 3 and p.actual is not null
    group by f.province_code, f.indicator_id, f.unit_id, f.level, f.year, f.period
)
select province_code, indicator_id, unit_id, level, year, period, earlier.year as previous_year, earlier.period as previous_period,
    earlier.actual as previous_actual, earlier.actual_qualifier as previous_qualifier, earlier.actual_document as previous_document,
    earlier.actual_locator as previous_locator, earlier.as_of as previous_as_of, actual - earlier.actual as change,
    (abs(actual - earlier.actual) / nullif(abs(earlier.actual), 0))::double as change_share
from paired
