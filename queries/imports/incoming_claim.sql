-- Mỗi mục tiêu và kết quả của tệp, cạnh lần nêu đang có trong kho của cùng chỉ tiêu, đơn vị, cấp, năm, kỳ và văn bản.
--
-- A blank locator means the place at which the document already speaks of the figure, when there is only one.
-- unchanged = the store says already what the row says; a blank cell of the row says nothing. A row of the full form
-- (explicit) states operator, ends and wording; a short one only its figure.
--
-- column: row_number | bigint | row of the file

create temp table incoming_claim as
with said as (
    select row_number, 'target' as kind, province_code, indicator_id, unit_id, level, year, period, document, locator, withdrawn, note,
        target_text as as_written, explicit_target as explicit, op, low, high,
        null::decimal(18, 4) as value, null::decimal(18, 4) as numerator, null::decimal(18, 4) as denominator,
        null::varchar as qualifier, null::date as as_of, null::varchar as stated_status, unit_of_measure
    from sheet where has_target and sound
    union all
    select row_number, 'result', province_code, indicator_id, unit_id, level, year, period, document, locator, withdrawn, note,
        result_text, explicit_result, null, span_low, span_high,
        value, numerator, denominator, qualifier, as_of, stated_status, unit_of_measure
    from sheet where has_result and sound
),
measured as (
    select *,
        case when kind = 'result' then coalesce(value, cast(case
            when denominator <> 0 and unit_of_measure = '%' then round(100 * numerator::double / denominator::double, 4)
            when denominator <> 0 then round(numerator::double / denominator::double, 4)
        end as decimal(18, 4))) end as actual
    from said
),
known as (
    select c.*
    from current_claim as c
    where not c.inherited and c.province_code in (select distinct province_code from sheet)
        and c.year between (select min(year) from sheet) and (select max(year) from sheet)
        and c.document in (select distinct document from sheet)
),
beside as (
    select s.row_number, s.kind, k.locator as known_locator, k.op as known_op, k.low as known_low, k.high as known_high, k.as_written as known_text,
        k.actual as known_actual, k.numerator as known_numerator, k.denominator as known_denominator, k.qualifier as known_qualifier,
        case when k.as_of_stated then k.as_of end as known_as_of, k.stated_status as known_status, k.note as known_note,
        not s.withdrawn and (s.note is null or s.note is not distinct from k.note) and case
            when s.kind = 'target' and s.explicit
                then s.op is not distinct from k.op and s.low is not distinct from k.low and s.high is not distinct from k.high
                    and s.as_written = k.as_written
            when s.kind = 'target'
                then s.as_written = k.as_written
                    or s.op is not distinct from k.op and s.low is not distinct from k.low and s.high is not distinct from k.high and s.op is not null
            else (s.qualifier is null or s.qualifier = k.qualifier) and (s.as_of is null or s.as_of = k.as_of and k.as_of_stated)
                and (s.stated_status is null or s.stated_status is not distinct from k.stated_status)
                and (s.numerator is null or s.numerator is not distinct from k.numerator and s.denominator is not distinct from k.denominator)
                and case when s.explicit
                    then s.actual is not distinct from k.actual and s.as_written = k.as_written
                        and (s.actual is not null or s.low is not distinct from k.low and s.high is not distinct from k.high)
                    else s.actual = k.actual or s.actual is null and s.as_written = k.as_written end
        end as same
    from measured as s
    join known as k
        on k.kind = s.kind and k.province_code = s.province_code and k.indicator_id = s.indicator_id and k.unit_id = s.unit_id
        and k.level = s.level and k.year = s.year and k.period = s.period and k.document = s.document
    where s.locator is null or s.locator = k.locator
),
summed as (
    select row_number, kind, count(distinct coalesce(known_locator, '')) as places, string_agg(distinct known_locator, '; ' order by known_locator) as place_names,
        bool_or(coalesce(same, false)) as unchanged,
        max_by(struct_pack(locator := known_locator, text := known_text, low := known_low, high := known_high, op := known_op,
            actual := known_actual, numerator := known_numerator, denominator := known_denominator, qualifier := known_qualifier,
            as_of := known_as_of, status := known_status, note := known_note), case when same then 1 else 0 end) as one
    from beside
    group by row_number, kind
)
select m.row_number, m.kind, m.province_code, m.indicator_id, m.unit_id, m.level, m.year, m.period, m.document,
    case when m.locator is null and s.places = 1 then s.one.locator else m.locator end as locator,
    m.withdrawn, m.as_written, m.explicit, m.op, m.low, m.high, m.value, m.numerator, m.denominator, m.actual, m.qualifier, m.as_of,
    m.stated_status, m.note, m.unit_of_measure,
    coalesce(s.places, 0) as places, s.place_names, coalesce(s.unchanged, false) as unchanged,
    s.one.text as known_text, s.one.low as known_low, s.one.high as known_high, s.one.op as known_op, s.one.actual as known_actual,
    s.one.numerator as known_numerator, s.one.denominator as known_denominator, s.one.qualifier as known_qualifier,
    s.one.as_of as known_as_of, s.one.status as known_status, s.one.note as known_note
from measured as m
left join summed as s on s.row_number = m.row_number and s.kind = m.kind
