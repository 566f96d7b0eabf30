-- Từ kết quả gần nhất đến mục tiêu của một năm sau: mỗi năm cần thêm bao nhiêu.
--
-- A straight line between two points: pace = (required - from_value) / (year - from_year), per year.
-- A target that the last result has surpassed already has no path.
--
-- internal: the path to every later target of a whole year
-- from: current_figure, figure
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: unit_id         | text    | unit
-- column: level           | text    | whose figure
-- column: year            | int     | year of the target
-- column: required        | decimal | value to be reached in that year
-- column: from_year       | int     | year of the last result before it
-- column: from_value      | decimal | that result
-- column: from_as_written | text    | its short form in the document
-- column: from_qualifier  | text    | exact, about, over, nearly, estimate
-- column: from_document   | text    | number of the document that states it
-- column: from_locator    | text    | null = not given
-- column: from_as_of      | date    | null = not stated
-- column: from_gap        | decimal | that result minus the value to be reached
-- column: from_gap_share  | double  | its size as a share of the value to be reached; 0 = reached; null = the value to be reached is 0 and the result is not
-- column: pace            | double  | change needed each year, in the indicator's unit
-- column: expected_now    | double  | height of the line in the current year; null once the target's year is past
-- unique: indicator_id, unit_id, level, year
-- example: figure(year=2025, required=50) current_figure(year=2022, actual=10) => from_year=2022, from_gap=-40, from_gap_share=0.8, pace=13.3333
-- example: figure(year=2025, required=50) current_figure(year=2022, actual=0) => from_value=0, from_gap=-50, pace=16.6667
-- example: figure(year=2025, required=50) current_figure(year=2022, actual=50) => from_gap=0, from_gap_share=0, pace=0
-- example: figure(year=2025, required=50) current_figure(year=2022, actual=60) => no row

create view straight_path as
with last_result as (
    select t.province_code, t.indicator_id, t.unit_id, t.level, t.year, t.required, t.status, t.lower_is_better,
        r.year as from_year, r.actual as from_value, r.actual_as_written as from_as_written, r.actual_qualifier as from_qualifier,
        r.actual_document as from_document, r.actual_locator as from_locator, r.as_of as from_as_of
    from figure as t
    join current_figure as r
        on r.province_code = t.province_code and r.indicator_id = t.indicator_id and r.unit_id = t.unit_id
        and r.level = t.level and r.period = 'N' and r.actual is not null and r.year < t.year
    where t.period = 'N' and t.required is not null and t.status in ('no_result', 'not_due')
    qualify row_number() over (
        partition by t.province_code, t.indicator_id, t.unit_id, t.level, t.year order by r.year desc) = 1
)
select province_code, indicator_id, unit_id, level, year, required, from_year, from_value, from_as_written, from_qualifier,
    from_document, from_locator, from_as_of, from_value - required as from_gap,
    case when from_value = required then 0 else abs(from_value - required) / nullif(abs(required), 0) end::double as from_gap_share,
    (required - from_value) / (year - from_year)::double as pace,
    case when status = 'not_due'
        then from_value + (required - from_value)
            * least(greatest(year(today_in_vietnam()) - from_year, 0), year - from_year) / (year - from_year)::double
    end as expected_now
from last_result
where not (lower_is_better and from_value < required or not lower_is_better and from_value > required)
