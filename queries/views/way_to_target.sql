-- Từ kết quả đầu tiên đến mục tiêu: kết quả mới nhất đã đi được bao nhiêu phần của chặng đường, và lệch đường thẳng bao nhiêu.
--
-- start = the earliest result of a whole year before the target's year; value = the newest one up to that year, both numbers.
-- progress  = 100 * (value - start) / (required - start): 0 at the start, 100 at the target, above 100 beyond it, below 0 backwards.
-- deviation = value - (start + (required - start) * (value_year - start_year) / (year - start_year)), with its sign turned where
--             lower is better: below 0 = behind the straight path.
-- behind    = deviation <= -10, on the unrounded number.
--
-- internal: the way to every target of a whole year that has an earlier result
-- from: figure
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: unit_id         | text    | unit
-- column: level           | text    | whose figure
-- column: year            | int     | year of the target
-- column: required        | decimal | value to be reached in that year
-- column: lower_is_better | boolean | the target is met from above
-- column: start_year      | int     | year of the earliest result
-- column: start_value     | decimal | that result
-- column: value_year      | int     | year of the newest result; the start's own year where there is no other
-- column: value           | decimal | that result
-- column: started_beyond  | boolean | the start is at the target or beyond it already: there is no way to go, and no progress
-- column: progress        | double  | percent of the way; null = started_beyond, or no result but the start
-- column: deviation       | double  | in the indicator's unit; null = started_beyond, or no result but the start
-- column: behind          | boolean | ten points or more behind the path; null = no deviation, or the indicator is not measured in %
-- unique: indicator_id, unit_id, level, year
-- example: figure(year=2022, actual=20) figure(year=2024, actual=45) figure(year=2025, required=70) => progress=50, started_beyond=false
-- example: figure(year=2022, actual=20) figure(year=2025, required=70, actual=80) => progress=120
-- example: figure(year=2022, actual=20) figure(year=2025, required=70, actual=10) => progress=-20
-- example: figure(year=2022, actual=12) figure(year=2025, required=5, lower_is_better=true, actual=8) => progress=57.1429
-- example: figure(year=2022, actual=12) figure(year=2025, required=5, lower_is_better=true, actual=13) => progress=-14.2857
-- example: figure(year=2022, actual=70) figure(year=2025, required=70, actual=75) => progress=null, started_beyond=true
-- example: figure(year=2022, actual=0) figure(year=2025, required=50, actual=0) => progress=0, value=0
-- example: figure(year=2022, actual=0) figure(year=2023, required=0, lower_is_better=true, actual=0) => started_beyond=true, required=0
-- example: figure(year=2022, actual=0) figure(year=2024, required=100, actual=90) => progress=90, deviation=-10, behind=true

create view way_to_target as
with results as (
    select province_code, indicator_id, unit_id, level, year, actual
    from figure
    where period = 'N' and actual is not null
),
targets as (
    select province_code, indicator_id, unit_id, level, year, required, lower_is_better, unit_of_measure
    from figure
    where period = 'N' and required is not null
),
ways as (
    select t.province_code, t.indicator_id, t.unit_id, t.level, t.year, t.required, t.lower_is_better, t.unit_of_measure,
        min(r.year) as start_year, arg_min(r.actual, r.year) as start_value, max(r.year) as value_year, arg_max(r.actual, r.year) as value
    from targets as t
    join results as r
        on r.province_code = t.province_code and r.indicator_id = t.indicator_id and r.unit_id = t.unit_id
        and r.level = t.level and r.year <= t.year
    group by all
    having min(r.year) < t.year
),
measured as (
    select *,
        case when lower_is_better then start_value <= required else start_value >= required end as started_beyond,
        (value_year - start_year) / (year - start_year)::double as time_share
    from ways
),
placed as (
    select *,
        case when not started_beyond and value_year > start_year
            then 100 * (value - start_value)::double / (required - start_value)::double
        end as progress,
        case when not started_beyond and value_year > start_year
            then case when lower_is_better then -1 else 1 end
                * ((value - start_value)::double - (required - start_value)::double * time_share)
        end as deviation
    from measured
)
select province_code, indicator_id, unit_id, level, year, required, lower_is_better, start_year, start_value, value_year, value,
    started_beyond, progress, deviation, case when unit_of_measure = '%' then deviation <= -10 end as behind
from placed
