-- Kết quả của một phần năm so với mốc phải có ở cuối kỳ đó để kịp mục tiêu cả năm.
--
-- A straight line in time: from the first result of the year (for the first one itself: from the last result of the year
-- before; what counts from January: from 0 at its end) to the required value on the last day of the year.
--   milestone = start + (required - start) * days from start to period_end / days from start to due_end
--   deviation = to_date - milestone, in the indicator's unit; on_pace up to 2 points behind (other units: 2% of required).
-- Only where it is known what a part of the year says of the year so far (to_date), against a target of the same year.
--
-- from: figure_in_force
-- internal: one row per result of a part of the year that has such a line
-- column: province_code | text    | province of the unit
-- column: indicator_id  | text    | catalogue id
-- column: unit_id       | text    | unit
-- column: level         | text    | whose figure
-- column: year          | int     | calendar year
-- column: period        | text    | 2T..11T, Q1..Q4, T1..T12
-- column: milestone     | double  | value that the line has at the period's end
-- column: deviation     | double  | to_date - milestone
-- column: pace          | text    | 'on_pace' or 'behind'
-- unique: indicator_id, unit_id, level, year, period

create view year_milestone as
with part as (
    select province_code, indicator_id, unit_id, level, year, period, period_end, due_end, to_date as actual, required, lower_is_better,
        accumulation, unit_of_measure, min(period_end) over of_year as first_end, arg_min(to_date, period_end) over of_year as first_value
    from figure_in_force
    where period <> 'N' and comparable and not has_target and target_year = year and to_date is not null and required is not null
    window of_year as (partition by province_code, indicator_id, unit_id, level, year)
),
year_before as (
    select province_code, indicator_id, unit_id, level, year + 1 as year, arg_max(period_end, period_end) as start_end,
        arg_max(actual, period_end) as start_value
    from figure_in_force
    where actual is not null and (period = 'N' or accumulation = 'at_date')
    group by province_code, indicator_id, unit_id, level, year
),
started as (
    select p.* exclude (first_end, first_value),
        case when p.first_end < p.period_end then p.first_end
            when p.accumulation <> 'at_date' then make_date(p.year - 1, 12, 31)
            else b.start_end end as start_end,
        case when p.first_end < p.period_end then p.first_value when p.accumulation <> 'at_date' then 0 else b.start_value end as start_value
    from part as p
    left join year_before as b using (province_code, indicator_id, unit_id, level, year)
),
placed as (
    select *, (start_value + (required - start_value) * (period_end - start_end) / (due_end - start_end))::double as milestone
    from started
    where start_value is not null
)
select province_code, indicator_id, unit_id, level, year, period, milestone, actual - milestone as deviation,
    case when case when lower_is_better then milestone - actual else actual - milestone end
            >= -case when unit_of_measure = '%' then 2 else abs(required) * 0.02 end
        then 'on_pace' else 'behind' end as pace
from placed
