-- Số lũy kế giảm trong năm.
--
-- What adds up since January cannot be smaller in a later period of the same kind and year; a share may, its parts may not, and
-- only counts and money are looked at.
--
-- internal: one kind of what finding gathers
-- from: current_figure, indicator_catalogue
-- column: check_name     | text    | which check found it
-- column: severity       | text    | 'severe', 'warning' or 'note'
-- column: province_code  | text    | province of the unit
-- column: unit_id        | text    | territory it is about
-- column: indicator_id   | text    | catalogue id; null = about no single indicator
-- column: level          | text    | whose figure; null = about no single figure
-- column: year           | int     | null = about no single year
-- column: period         | text    | null = about no single period
-- column: subject        | text    | what it is about, in words
-- column: said           | text    | one side, as written or counted
-- column: document       | text    | where it stands; null = in no document
-- column: locator        | text    | place in it; null = not given
-- column: other          | text    | the other side
-- column: other_document | text    | where that stands; null = counted from the data
-- column: other_locator  | text    | place in it; null = not given
-- column: off            | decimal | how far the sides are apart, in unit_of_measure; null = not in numbers
-- column: unit_of_measure | text    | of off; null = not in numbers
-- example: current_figure(year=2024, period=Q1, period_end=2024-03-31, actual=25, actual_as_written=25, accumulation=cumulative) current_figure(year=2024, period=Q2, period_end=2024-06-30, actual=10, actual_as_written=10, accumulation=cumulative) indicator_catalogue(indicator_id=X, kind=count) => period=Q2, said=10, other=25 (quý I năm 2024), off=15
-- example: current_figure(year=2024, period=Q1, period_end=2024-03-31, actual=25, accumulation=at_date) current_figure(year=2024, period=Q2, period_end=2024-06-30, actual=10, accumulation=at_date) indicator_catalogue(indicator_id=X, kind=count) => no row
-- example: current_figure(year=2024, period=Q1, period_end=2024-03-31, actual=62.98, accumulation=cumulative) current_figure(year=2024, period=Q2, period_end=2024-06-30, actual=62.82, accumulation=cumulative) indicator_catalogue(indicator_id=X, kind=ratio) => no row

create view finding_reversed as
with series as (
    select *, lag(actual) over earlier as before, lag(actual_as_written) over earlier as before_as_written, lag(period) over earlier as before_period,
        lag(actual_locator) over earlier as before_locator, lag(cited(actual_document, actual_self_stated, unit_name)) over earlier as before_document
    from current_figure
    join (select indicator_id from indicator_catalogue where kind in ('count', 'money')) as i using (indicator_id)
    where actual is not null and accumulation = 'cumulative' and period <> 'N'
    window earlier as (partition by province_code, unit_id, indicator_id, level, year, kind_of_period(period) order by period_end)
)
select 'reversed' as check_name, 'warning' as severity, province_code, unit_id, indicator_id, level, year::int as year, period, short_name as subject,
    coalesce(actual_as_written, said_number(actual, unit_of_measure)) as said, cited(actual_document, actual_self_stated, unit_name) as document,
    actual_locator as locator, concat(coalesce(before_as_written, said_number(before, unit_of_measure)), ' (', said_period(before_period, year), ')') as other,
    before_document as other_document, before_locator as other_locator, (before - actual)::decimal(18, 4) as off, unit_of_measure
from series
where actual < before and not lower_is_better
