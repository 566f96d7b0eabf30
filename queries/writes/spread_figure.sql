-- Số liệu mà trung vị của phần kho đang được xét được tính từ đó: của chính tỉnh, và của những đơn vị nay thuộc tỉnh.
--
-- The planner takes what this very transaction wrote for no rows at all, and would put all figures into a table to look up the few rows of a
-- catalogue in it. A part that never has a row, but is thought to have many, keeps it from that.
--
-- makes: spread_figure
-- column: province_code   | text    | province of the unit
-- column: year            | int     | calendar year
-- column: period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end      | date    | last day of the period
-- column: indicator_id    | text    | catalogue id
-- column: unit_id         | text    | unit as it was in the period
-- column: level           | text    | whose figure
-- column: actual          | decimal | null = not reported, or in words
-- column: numerator       | decimal | null = not given
-- column: denominator     | decimal | null = not given
-- column: basis           | text    | 'measured', 'stated' or 'words'; null = not reported
-- column: direction       | text    | 'higher', 'lower', 'none'
-- column: unit_of_measure | text    | of the indicator

create or replace temp view spread_figure as
select province_code, year, period, period_end, indicator_id, unit_id, level, actual, numerator, denominator, basis, direction, unit_of_measure
from current_figure
where year between getvariable('slice').first::smallint and getvariable('slice').last::smallint
    and (province_code = getvariable('slice').province
        or unit_id in (select unit_id from unit_today where today_province = getvariable('slice').province))
union all by name
(select range::varchar as province_code, (range % 9999)::smallint as year, 'commune' as level, '' as unit_id, '' as indicator_id, 0::decimal(18, 4) as actual, '' as basis
from range(200000) limit (select 0))
