-- Bảng dẫn xuất của figure_facts: để mỗi câu hỏi của màn hình chỉ đọc một bảng.
--
-- Replaced slice by slice (province, year) in the transaction that changes the ledger; a check proves that it
-- equals its view. Holds nothing of its own.
--
-- column: province_code     | text    | - | province of the unit
-- column: year              | int     | - | calendar year
-- column: period            | text    | - | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end        | date    | - | last day of the period
-- column: indicator_id      | text    | - | catalogue id
-- column: unit_id           | text    | - | unit as it was in the period
-- column: level             | text    | - | 'province', 'district', 'commune' or 'all'
-- column: has_target        | boolean | - | a document sets a target for this very period
-- column: target_op         | text    | - | null = no target, or a milestone
-- column: target_low        | decimal | - | null = none
-- column: target_high       | decimal | - | null = none
-- column: required          | decimal | - | the end that must be reached; null = no number
-- column: lower_is_better   | boolean | - | the target is met from above
-- column: target_as_written | text    | - | null = no target
-- column: target_document   | text    | - | null = no target
-- column: target_locator    | text    | - | null = not given
-- column: has_result        | boolean | - | a document or an upload reports a result, be it in words
-- column: actual            | decimal | - | null = not reported, or in words
-- column: actual_as_written | text    | - | null = not reported
-- column: actual_qualifier  | text    | - | null = not reported
-- column: numerator         | decimal | - | null = not given
-- column: denominator       | decimal | - | null = not given
-- column: as_of             | date    | - | null = not reported
-- column: as_of_stated      | boolean | - | the document states the day; null = not reported
-- column: actual_document   | text    | - | null = not reported
-- column: actual_locator    | text    | - | null = not given
-- column: stated_status     | text    | - | what the document itself says; null = nothing
-- column: conflict          | boolean | - | another claim of the same document or day differs
-- column: indicator_name    | text    | - | full name
-- column: short_name        | text    | - | for chart labels
-- column: pillar            | text    | - | code
-- column: pillar_name       | text    | - | as on the screen
-- column: pillar_order      | int     | - | order of the plans' headings
-- column: unit_of_measure   | text    | - | '%', 'người' ...
-- column: direction         | text    | - | 'higher', 'lower', 'none'
-- column: rank              | text    | - | 'headline', 'supporting', 'context'
-- column: unit_name         | text    | - | with prefix
-- column: actual_low        | decimal | - | low end of a result that is a span; null otherwise
-- column: actual_high       | decimal | - | high end of a result that is a span; null otherwise
-- column: basis             | text    | - | 'measured', 'stated' or 'words'; null = not reported
-- column: target_year       | int     | - | year of the target it stands beside; null = none was set until then
-- column: due_end           | date    | - | last day by which that target is to be reached; null = none
-- column: accumulation      | text    | - | 'at_date', 'cumulative', 'within_period'; null = not known
-- column: newest_in_year    | boolean | - | the newest result of its year, or the year's target when there is none
-- column: to_date           | decimal | - | what the result says of its year so far; the result itself for a whole year; null = not known
-- column: target_self_stated | boolean | - | the target is the unit's own word; null = no target
-- column: actual_self_stated | boolean | - | the result is the unit's own word; null = not reported
-- derived
-- key: province_code, year, period, indicator_id, unit_id, level

create table current_figure (
    province_code varchar not null,
    year smallint not null,
    period varchar not null,
    period_end date not null,
    indicator_id varchar not null,
    unit_id varchar not null,
    level varchar not null,
    has_target boolean not null,
    target_op varchar,
    target_low decimal(18, 4),
    target_high decimal(18, 4),
    required decimal(18, 4),
    lower_is_better boolean not null,
    target_as_written varchar,
    target_document varchar,
    target_locator varchar,
    has_result boolean not null,
    actual decimal(18, 4),
    actual_as_written varchar,
    actual_qualifier varchar,
    numerator decimal(18, 4),
    denominator decimal(18, 4),
    as_of date,
    as_of_stated boolean,
    actual_document varchar,
    actual_locator varchar,
    stated_status varchar,
    conflict boolean not null,
    indicator_name varchar,
    short_name varchar,
    pillar varchar,
    pillar_name varchar,
    pillar_order smallint,
    unit_of_measure varchar,
    direction varchar,
    rank varchar,
    unit_name varchar,
    actual_low decimal(18, 4),
    actual_high decimal(18, 4),
    basis varchar,
    target_year smallint,
    due_end date,
    accumulation varchar,
    newest_in_year boolean,
    to_date decimal(18, 4),
    target_self_stated boolean,
    actual_self_stated boolean
)
