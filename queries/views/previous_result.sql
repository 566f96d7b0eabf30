-- Kết quả cả năm cùng kết quả gần nhất trước đó, nhiều nhất ba năm trước: đã thay đổi bao nhiêu.
--
-- change       = actual - previous_actual, in the indicator's unit; 0 is a change like any other.
-- change_share = abs(change) / abs(previous_actual).
--
-- internal: every whole year that has an earlier result with a number
-- from: figure
-- column: province_code      | text    | province of the unit
-- column: indicator_id       | text    | catalogue id
-- column: unit_id            | text    | unit
-- column: level              | text    | whose figure
-- column: year               | int     | year looked at, with a target or a result
-- column: previous_year      | int     | latest earlier year, at most three back, with a number for the same level
-- column: previous_actual    | decimal | result of that year
-- column: previous_qualifier | text    | exact, about, over, nearly, estimate
-- column: previous_document  | text    | number of the document that states it
-- column: previous_locator   | text    | null = not given
-- column: previous_as_of     | date    | null = not stated
-- column: change             | decimal | null = the year itself has no number
-- column: change_share       | double  | null = the year itself has no number, or the earlier result is 0
-- unique: indicator_id, unit_id, level, year
-- example: figure(year=2021, actual=95) figure(year=2022, actual=98) => year=2022, previous_year=2021, change=3, previous_actual=95
-- example: figure(year=2022, actual=0) figure(year=2024, actual=0) => year=2024, previous_actual=0, change=0, change_share=null
-- example: figure(year=2022, actual=40) figure(year=2024) => year=2024, previous_actual=40, change=null
-- example: figure(year=2020, actual=40) figure(year=2024, actual=50) => no row

create view previous_result as
with earlier as (
    select province_code, indicator_id, unit_id, level, year, actual, actual_qualifier, actual_document, actual_locator, as_of
    from figure
    where period = 'N' and actual is not null
),
paired as (
    select f.province_code, f.indicator_id, f.unit_id, f.level, f.year, f.actual, p.year as previous_year, p.actual as previous_actual,
        p.actual_qualifier as previous_qualifier, p.actual_document as previous_document, p.actual_locator as previous_locator,
        p.as_of as previous_as_of
    from figure as f
    join earlier as p
        on p.province_code = f.province_code and p.indicator_id = f.indicator_id and p.unit_id = f.unit_id and p.level = f.level
        and p.year between f.year - 3 and f.year - 1
    where f.period = 'N'
    qualify row_number() over (partition by f.province_code, f.indicator_id, f.unit_id, f.level, f.year order by p.year desc) = 1
)
select province_code, indicator_id, unit_id, level, year, previous_year, previous_actual, previous_qualifier, previous_document,
    previous_locator, previous_as_of, actual - previous_actual as change,
    (abs(actual - previous_actual) / nullif(abs(previous_actual), 0))::double as change_share
from paired
