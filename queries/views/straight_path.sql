-- Từ kết quả gần nhất đến mục tiêu của một năm sau: từ hôm nay mỗi năm cần thêm bao nhiêu.
--
-- A straight line in time, from the end of the last measured result's period to the last day of the target's year. What counts is a whole
-- year, a state on a day, and of the target's own year what a part of it says of the year so far (to_date).
--   pace         = (required - from_value) / years from today to due_end: what is needed from now on, years gone do not count;
--                  null once the target is overdue.
--   expected_now = height of the line today; null once the target is overdue.
-- A target that the last result has surpassed already has no path. What waits for an overdue target starts at the newest result of all,
-- also one of a later year: 62% of 2025 stands nearer to the 70% of 2023, for which nothing was reported, than the 45% of 2022.
--
-- internal: the path to every whole-year target that still waits for its result
-- from: figure_in_force
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: unit_id         | text    | unit
-- column: level           | text    | whose figure
-- column: year            | int     | year of the target
-- column: due_end         | date    | last day of that year
-- column: overdue         | boolean | that day is over
-- column: required        | decimal | value to be reached in that year
-- column: from_year       | int     | year of the last result: before that day, once it is over of any year
-- column: from_period     | text    | its period
-- column: from_end        | date    | last day of that period
-- column: from_value      | decimal | that result
-- column: from_as_written | text    | its short form in the document
-- column: from_qualifier  | text    | exact, about, over, nearly, estimate
-- column: from_document   | text    | number of the document that states it, as it is cited
-- column: from_locator    | text    | null = not given
-- column: from_as_of      | date    | null = not stated
-- column: from_gap        | decimal | from_value - required: what is lacking since that result
-- column: from_gap_share  | double  | abs(from_gap) as a share of abs(required); 0 = nothing; null = required is 0
-- column: pace            | double  | change needed each year from today, in the indicator's unit; null = overdue
-- column: expected_now    | double  | height of the line today; null = overdue
-- unique: indicator_id, unit_id, level, year
-- example: figure_in_force(year=2999, due_end=2999-12-31, still_running=true, required=50) figure_in_force(year=2022, period_end=2022-12-31, actual=10, basis=measured) => from_year=2022, from_gap=-40, from_gap_share=0.8, overdue=false
-- example: figure_in_force(year=2025, due_end=2025-12-31, still_running=false, required=50) figure_in_force(year=2022, period_end=2022-12-31, actual=0, basis=measured) => from_value=0, from_gap=-50, pace=null, overdue=true
-- example: figure_in_force(year=2023, due_end=2023-12-31, still_running=false, required=70) figure_in_force(year=2022, period_end=2022-12-31, actual=45, basis=measured) figure_in_force(year=2025, period_end=2025-12-31, actual=62, basis=measured, has_target=false) => from_year=2025, from_gap=-8, overdue=true
-- example: figure_in_force(year=2023, due_end=2023-12-31, still_running=false, required=70) figure_in_force(year=2022, period_end=2022-12-31, actual=45, basis=measured) figure_in_force(year=2025, period_end=2025-12-31, actual=72, basis=measured, has_target=false) => no row
-- example: figure_in_force(year=2999, due_end=2999-12-31, still_running=true, required=50) figure_in_force(year=2022, period_end=2022-12-31, actual=50, basis=measured) => from_gap=0, from_gap_share=0, pace=0
-- example: figure_in_force(year=2999, due_end=2999-12-31, still_running=true, required=50) figure_in_force(year=2022, period_end=2022-12-31, actual=60, basis=measured) => no row
-- example: figure_in_force(year=2999, due_end=2999-12-31, still_running=true, required=50) figure_in_force(year=2022, period_end=2022-12-31, actual=10, basis=stated) => no row
-- example: figure_in_force(year=2999, due_end=2999-12-31, still_running=true, required=50) figure_in_force(year=2999, period=Q3, period_end=2999-09-30, actual=90, to_date=40, comparable=true, accumulation=within_period, basis=measured, has_target=false) => from_year=2999, from_period=Q3, from_value=40, from_gap=-10
-- example: figure_in_force(year=2999, due_end=2999-12-31, still_running=true, required=50) figure_in_force(year=2998, period=Q3, period_end=2998-09-30, actual=90, to_date=40, comparable=true, accumulation=within_period, basis=measured, has_target=false) => no row
-- example: figure_in_force(year=2999, due_end=2999-12-31, still_running=true, required=50) figure_in_force(year=2999, period=Q3, period_end=2999-09-30, actual=30, comparable=false, basis=measured, has_target=false) => no row

create view straight_path as
with waiting as (
    select province_code, indicator_id, unit_id, level, year, due_end, still_running, required, lower_is_better
    from figure_in_force
    where has_target and period = 'N' and required is not null and status in ('no_result', 'not_due')
),
reported as (
    select province_code, indicator_id, unit_id, level, year, period, period_end, actual_as_written, actual_qualifier,
        cited(actual_document, actual_self_stated, unit_name) as actual_document, actual_locator, as_of,
        case when period = 'N' or accumulation = 'at_date' then actual end as whole, case when comparable then to_date end as so_far
    from figure_in_force
    where actual is not null and basis = 'measured'
),
last_result as (
    select t.*, r.year as from_year, r.period as from_period, r.period_end as from_end, coalesce(r.whole, r.so_far) as from_value,
        r.actual_as_written as from_as_written, r.actual_qualifier as from_qualifier, r.actual_document as from_document,
        r.actual_locator as from_locator, r.as_of as from_as_of
    from waiting as t
    join reported as r
        on r.province_code = t.province_code and r.indicator_id = t.indicator_id and r.unit_id = t.unit_id
        and r.level = t.level and (r.period_end < t.due_end or not t.still_running) and (r.whole is not null or r.year = t.year and r.so_far is not null)
    qualify row_number() over (
        partition by t.province_code, t.indicator_id, t.unit_id, t.level, t.year order by r.period_end desc, r.period <> 'N', r.period) = 1
)
select province_code, indicator_id, unit_id, level, year, due_end, not still_running as overdue, required,
    from_year, from_period, from_end, from_value, from_as_written, from_qualifier, from_document, from_locator, from_as_of, from_value - required as from_gap,
    case when from_value = required then 0 else abs(from_value - required) / nullif(abs(required), 0) end::double as from_gap_share,
    case when still_running
        then (required - from_value)::double * 365.25 / greatest(due_end - greatest(from_end, today_in_vietnam()), 1)
    end as pace,
    case when still_running
        then (from_value + (required - from_value) * (least(greatest(today_in_vietnam(), from_end), due_end) - from_end)
            / (due_end - from_end))::double
    end as expected_now
from last_result
where not (lower_is_better and from_value < required or not lower_is_better and from_value > required)
