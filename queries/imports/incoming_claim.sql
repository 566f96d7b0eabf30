-- Mỗi mục tiêu và kết quả của tệp là một dòng.
--
-- A row of the full form (explicit) states operator, ends and wording; a short one only its figure. The rows are read where the sheet
-- lies, and all count as new: most large files say only what the store does not know. Where it knows some of it, or a row is to be
-- taken out, ``held_claim`` takes their place.
--
-- makes: incoming_claim
-- column: row_number      | bigint  | row of the file, as Excel counts
-- column: kind            | text    | 'target' or 'result'
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: unit_id         | text    | unit as it was in the period
-- column: level           | text    | whose figure
-- column: year            | int     | calendar year
-- column: period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end      | date    | last day of the period; null = of a claim that stands in no row of the file
-- column: document        | text    | number
-- column: locator         | text    | place in the document; null = not given
-- column: withdrawn       | boolean | the row takes the claim back
-- column: note            | text    | null = none
-- column: as_written      | text    | as the row writes it
-- column: explicit        | boolean | the full form: operator, ends and wording each in a column of its own
-- column: op              | text    | >=, >, =, <=, <, range; null = a milestone, or a result
-- column: low             | decimal | low end; null = none
-- column: high            | decimal | high end; null = none
-- column: value           | decimal | in the indicator's unit; null = in words, a span, or a fraction
-- column: numerator       | decimal | null = not given
-- column: denominator     | decimal | null = not given
-- column: qualifier       | text    | exact, about, over, nearly, estimate; null = not said
-- column: as_of           | date    | day the figure stands for; null = not stated
-- column: stated_status   | text    | what the document says; null = nothing
-- column: basis           | text    | 'measured', 'stated' or 'words'; null = not said, or a target
-- column: unit_of_measure | text    | of the indicator
-- column: actual          | decimal | value, or what numerator and denominator make; null = in words, a span, or a target
-- column: self_stated     | boolean | its bringer is not in charge of the whole province: the unit's own word
-- column: places          | bigint  | places at which the document already speaks of the figure; 0 = none
-- column: unchanged       | boolean | the store says already what the row says

create or replace temp view incoming_claim as
with said as (
    select row_number, 'target' as kind, province_code, indicator_id, unit_id, level, year, period, period_end, document, locator, withdrawn, note,
        target_text as as_written, explicit_target as explicit, op, low, high,
        null::decimal(18, 4) as value, null::decimal(18, 4) as numerator, null::decimal(18, 4) as denominator,
        null::varchar as qualifier, null::date as as_of, null::varchar as stated_status, null::varchar as basis, unit_of_measure, self_stated
    from sheet where has_target and sound
    union all
    select row_number, 'result', province_code, indicator_id, unit_id, level, year, period, period_end, document, locator, withdrawn, note,
        result_text, explicit_result, null, span_low, span_high,
        value, numerator, denominator, qualifier, as_of, stated_status, basis, unit_of_measure, self_stated
    from sheet where has_result and sound
)
select * exclude (self_stated),
    case when kind = 'result' then coalesce(value, cast(case
        when denominator <> 0 and unit_of_measure = '%' then round(100 * numerator::double / denominator::double, 4)
        when denominator <> 0 then round(numerator::double / denominator::double, 4)
    end as decimal(18, 4))) end as actual,
    self_stated, 0::bigint as places, false as unchanged
from said
