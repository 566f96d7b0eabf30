-- Kết quả mới nhất của từng chỉ tiêu, đơn vị và cấp, thuộc bất kỳ kỳ nào.
--
-- The result whose period ends last; of two that end on one day the one of the whole year.
--
-- from: current_figure
-- internal: one row per indicator, unit and level that has a result
-- column: province_code      | text    | province of the unit
-- column: indicator_id       | text    | catalogue id
-- column: unit_id            | text    | unit
-- column: level              | text    | whose figure
-- column: year               | int     | calendar year
-- column: period             | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end         | date    | last day of the period
-- column: actual             | decimal | null = in words
-- column: actual_as_written  | text    | short form of the document
-- column: actual_qualifier   | text    | about, over, nearly, estimate, exact; null = in words
-- column: basis              | text    | 'measured', 'stated' or 'words'
-- column: actual_document  | text    | number of its document, as it is cited
-- column: actual_locator   | text    | null = not given
-- column: as_of            | date    | stated day, else day of the document; null = neither is known
-- column: as_of_stated     | boolean | the row states the day itself
-- unique: indicator_id, unit_id, level

create view newest_result as
select province_code, indicator_id, unit_id, level, year, period, period_end, actual, actual_as_written, actual_qualifier, basis,
    cited(actual_document, actual_self_stated, unit_name) as actual_document, actual_locator, as_of, as_of_stated
from current_figure
where has_result
qualify row_number() over (
    partition by province_code, unit_id, indicator_id, level order by period_end desc, period <> 'N', period) = 1
