-- Mọi lần nêu mục tiêu hay kết quả, đánh dấu lần được chọn và vị thế của các lần khác.
--
-- Chosen per key and kind: the newest
-- document; then the newest upload; then the latest day stated; then the first in the file. Another claim
-- is 'current' when it says the same
-- (or, beside a number, only adds words), 'conflicting' when it differs and comes from the same document or
-- the same day, 'superseded' when a later document changed it. A target of the province for districts or
-- communes is inherited by each of its units that reports a result for that key and has no target of its own.
--
-- internal: figure_claim with the province, and inherited targets
-- column: kind            | text    | 'target' or 'result'
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: unit_id         | text    | unit as it was in the period
-- column: level           | text    | whose figure
-- column: year            | int     | calendar year
-- column: period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: op              | text    | of a target; null for a milestone and for results
-- column: low             | decimal | target's low end; a result's number or the low end of its span
-- column: high            | decimal | target's high end; the high end of a result's span
-- column: as_written      | text    | short form of the document
-- column: document        | text    | number
-- column: locator         | text    | null = not given
-- column: upload_id       | bigint  | upload that brought it
-- column: row_number      | bigint  | row of its file
-- column: inherited       | boolean | the province's target, standing for a unit that has none of its own
-- column: actual          | decimal | of a result; null = in words, a span, or a target
-- column: qualifier       | text    | of a result; null for targets
-- column: numerator       | decimal | of a result; null = not given
-- column: denominator     | decimal | of a result; null = not given
-- column: as_of           | date    | of a result; null for targets
-- column: as_of_stated    | boolean | of a result; null for targets
-- column: stated_status   | text    | of a result; null = the document does not say
-- column: note            | text    | null = none
-- column: chosen          | boolean | the claim that the screens show first; one per key and kind
-- column: standing        | text    | 'current', 'superseded' or 'conflicting'

create view claim as
with every_claim as (
    select 'target' as kind, province_code, indicator_id, unit_id, level, year, period, op, low, high,
        as_written, document, locator, upload_id, row_number, false as inherited,
        null::decimal(18, 4) as actual, null::varchar as qualifier, null::decimal(18, 4) as numerator,
        null::decimal(18, 4) as denominator, null::date as as_of, null::boolean as as_of_stated,
        null::varchar as stated_status, note, order_on
    from target_claim
    union all
    select distinct 'target', r.province_code, r.indicator_id, r.unit_id, r.level, r.year, r.period, t.op, t.low, t.high,
        t.as_written, t.document, t.locator, t.upload_id, t.row_number, true,
        null::decimal(18, 4), null::varchar, null::decimal(18, 4),
        null::decimal(18, 4), null::date, null::boolean,
        null::varchar, t.note, t.order_on
    from result_claim as r
    join (select * from target_claim where unit_id in (select unit_id from unit where level = 'province')) as t
        on t.province_code = r.province_code and t.indicator_id = r.indicator_id and t.level = r.level
        and t.year = r.year and t.period = r.period
    join unit as own on own.unit_id = r.unit_id and own.level <> 'province'
    where r.level in ('district', 'commune') and not exists (
        select 1 from target_claim as own_target
        where own_target.province_code = r.province_code and own_target.year = r.year and own_target.period = r.period
            and own_target.indicator_id = r.indicator_id and own_target.unit_id = r.unit_id and own_target.level = r.level)
    union all
    select 'result', province_code, indicator_id, unit_id, level, year, period, null, coalesce(low, actual), high,
        as_written, document, locator, upload_id, row_number, false,
        actual, qualifier, numerator, denominator, as_of, as_of_stated, stated_status, note, order_on
    from result_claim
),
ranked as (
    select *,
        row_number() over newest_first as place,
        first_value(order_on) over newest_first as chosen_on,
        first_value(document) over newest_first as chosen_document,
        first_value(low is null) over newest_first as chosen_in_words,
        first_value(concat_ws('|', op, low, high, case when low is null then as_written end)) over newest_first as chosen_figure,
        concat_ws('|', op, low, high, case when low is null then as_written end) as figure
    from every_claim
    window newest_first as (
        partition by province_code, year, period, indicator_id, unit_id, level, kind
        order by inherited, order_on desc, upload_id desc, as_of_stated desc nulls last, as_of desc nulls last, row_number)
)
select kind, province_code, indicator_id, unit_id, level, year, period, op, low, high, as_written, document, locator,
    upload_id, row_number, inherited, actual, qualifier, numerator, denominator, as_of, as_of_stated, stated_status, note,
    place = 1 as chosen,
    case
        when figure = chosen_figure or (kind = 'result' and low is null and stated_status is null and not chosen_in_words) then 'current'
        when document = chosen_document or order_on = chosen_on then 'conflicting'
        else 'superseded'
    end as standing
from ranked
