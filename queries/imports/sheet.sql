-- Các dòng của tệp sau khi đọc, mỗi ô đã thành số, ngày hay chữ, để so với kho.
--
-- ``typed_sheet`` is the importer's own table, read where it lies for as long as the cursor is there. Its rows stand in the
-- order in which the ledgers keep theirs, so that what is written from them needs no sorting. Rows that a finding stops are in it for the rules' sake.
-- The sample of all rows takes none away: DuckDB hands the filters of joins down to Arrow, which knows no Bloom filters, but not through a
-- sample. The part without a row is there for the planner, which takes what lies in Arrow for one row and would look up all figures of
-- a province in a table of all rows of the file rather than the other way round; its columns hold something, or it were left out
-- as soon as one is asked for.
--
-- makes: sheet
-- column: row_number      | bigint  | row of the file, as Excel counts
-- column: level           | text    | whose figure
-- column: document        | text    | number
-- column: locator         | text    | place in the document; null = not given
-- column: note            | text    | null = none
-- column: withdrawn       | boolean | the row takes the claim back
-- column: year            | int     | calendar year
-- column: period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_begin    | date    | first day of the period
-- column: period_end      | date    | last day of the period
-- column: unit_id         | text    | unit as it was in the period
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: unit_of_measure | text    | of the indicator
-- column: target_text     | text    | as the row writes it; null = no target
-- column: op              | text    | >=, >, =, <=, <, range; null = a milestone, or a result
-- column: low             | decimal | low end; null = none
-- column: high            | decimal | high end; null = none
-- column: explicit_target | boolean | the full form: operator, ends and wording each in a column of its own
-- column: explicit_result | boolean | the same of the result
-- column: numerator       | decimal | null = not given
-- column: denominator     | decimal | null = not given
-- column: qualifier       | text    | exact, about, over, nearly, estimate; null = not said
-- column: as_of           | date    | day the figure stands for; null = not stated
-- column: stated_status   | text    | what the document says; null = nothing
-- column: basis           | text    | 'measured', 'stated' or 'words'; null = not said
-- column: result_text     | text    | as the row writes it; null = no result
-- column: value           | decimal | in the indicator's unit; null = in words, a span, or a fraction
-- column: span_low        | decimal | low end of a result that is a span; null otherwise
-- column: span_high       | decimal | high end of a result that is a span; null otherwise
-- column: has_target      | boolean | the row has a target
-- column: has_result      | boolean | the row has a result
-- column: brings_targets  | boolean | the file fills the column somewhere
-- column: brings_results  | boolean | the file fills the column somewhere
-- column: sound           | boolean | no finding stops the row
-- column: self_stated     | boolean | its bringer is not in charge of the whole province: the unit's own word

create or replace temp view sheet as
select row_number, level, document, locator, note, withdrawn, year, period, period_begin, period_end, unit_id, province_code,
    indicator_id, unit_of_measure, target_text, op, low, high, explicit_target, explicit_result, numerator, denominator,
    qualifier, as_of, stated_status, basis, result_text, value, span_low, span_high, has_target, has_result, brings_targets,
    brings_results, sound, self_stated
from typed_sheet using sample 100 percent (system)
union all by name
(select range as row_number, range::varchar as level, range::varchar as document, range < 0 as withdrawn, range::smallint as year, range::varchar as period,
    range::varchar as unit_id, range::varchar as province_code, range::varchar as indicator_id, range::varchar as unit_of_measure,
    range::decimal(18, 4) as low, range::decimal(18, 4) as value, range > 0 as has_target, range > 0 as has_result,
    range > 0 as sound, range > 0 as self_stated
 from range(1000000) limit (select 0))
