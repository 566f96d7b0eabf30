-- Mỗi mục tiêu và kết quả của tệp là một dòng.
--
-- A row of the full form (explicit) states operator, ends and wording; a short one only its figure. What the store says of
-- the same figure is added by ``known_claim``: until then a row counts as new.
--
-- column: row_number | bigint | row of the file

create temp table incoming_claim as
with said as (
    select row_number, 'target' as kind, province_code, indicator_id, unit_id, level, year, period, document, locator, withdrawn, note,
        target_text as as_written, explicit_target as explicit, op, low, high,
        null::decimal(18, 4) as value, null::decimal(18, 4) as numerator, null::decimal(18, 4) as denominator,
        null::varchar as qualifier, null::date as as_of, null::varchar as stated_status, null::varchar as basis, unit_of_measure
    from sheet where has_target and sound
    union all
    select row_number, 'result', province_code, indicator_id, unit_id, level, year, period, document, locator, withdrawn, note,
        result_text, explicit_result, null, span_low, span_high,
        value, numerator, denominator, qualifier, as_of, stated_status, basis, unit_of_measure
    from sheet where has_result and sound
)
select *,
    case when kind = 'result' then coalesce(value, cast(case
        when denominator <> 0 and unit_of_measure = '%' then round(100 * numerator::double / denominator::double, 4)
        when denominator <> 0 then round(numerator::double / denominator::double, 4)
    end as decimal(18, 4))) end as actual,
    0::bigint as places, false as unchanged
from said
