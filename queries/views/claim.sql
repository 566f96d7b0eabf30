-- Mọi lần nêu mục tiêu hay kết quả, đánh dấu lần được chọn và vị thế của các lần khác.
--
-- Hardly any figure is claimed twice: only the contested ones are ranked, everything else stands by itself. Contested are those whose
-- key has the hash of another one's; a figure that only shares its hash is ranked by itself, and comes out the same.
-- Chosen per key and kind: what a unit states itself only where nobody else says anything, and no target of a unit's own in a
-- year for which the province has set one; then the newest document; then the newest upload; then the latest day stated; then
-- the first in the file. Another claim is 'current' when it says the same (or, beside a number, only adds words), 'beside' when
-- it is the unit's own word next to somebody else's, 'conflicting' when it differs and comes from the same document or
-- the same day, 'superseded' when a later document changed it. A target of the province for districts or
-- communes is inherited by each of its units that speaks of that key and was not set another one by the province.
--
-- internal: figure_claim with the province, and inherited targets
-- from: stated_claim
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
-- column: qualifier       | text    | of a result; null = in words, or a target
-- column: numerator       | decimal | of a result; null = not given
-- column: denominator     | decimal | of a result; null = not given
-- column: as_of           | date    | of a result; null for targets
-- column: as_of_stated    | boolean | of a result; null for targets
-- column: stated_status   | text    | of a result; null = the document does not say
-- column: note            | text    | null = none
-- column: chosen          | boolean | the claim that the screens show first; one per key and kind, none where a unit's own targets only stand beside
-- column: standing        | text    | 'current', 'superseded', 'conflicting' or 'beside'
-- column: basis           | text    | of a result: 'measured', 'stated' or 'words'; null for targets
-- column: self_stated     | boolean | brought by somebody who is not in charge of the whole province: the unit's own word

create view claim as
with contested as (
    select hash(kind, province_code, year, period, indicator_id, unit_id, level) as mark
    from stated_claim
    group by mark
    having count(*) > 1
),
judged as (
    select e.*, not e.yields as chosen, case when e.yields then 'beside' else 'current' end as standing
    from stated_claim as e
    where hash(kind, province_code, year, period, indicator_id, unit_id, level) not in (select mark from contested)
    union all
    select * exclude (position, chosen_on, chosen_document, chosen_in_words, chosen_figure, chosen_inherited, chosen_self, figure),
        position = 1 and not yields,
        case
            when self_stated and yields and chosen_self then 'beside'
            when figure = chosen_figure or (kind = 'result' and low is null and stated_status is null and not chosen_in_words) then 'current'
            when self_stated and not chosen_self then 'beside'
            when document = chosen_document or order_on = chosen_on then 'conflicting'
            else 'superseded'
        end
    from (
        select e.*,
            row_number() over newest_first as position,
            first_value(order_on) over newest_first as chosen_on,
            first_value(document) over newest_first as chosen_document,
            first_value(low is null) over newest_first as chosen_in_words,
            first_value(concat_ws('|', op, low, high, case when low is null then as_written end)) over newest_first as chosen_figure,
            first_value(inherited) over newest_first as chosen_inherited,
            first_value(self_stated) over newest_first as chosen_self,
            concat_ws('|', op, low, high, case when low is null then as_written end) as figure
        from stated_claim as e
        where hash(kind, province_code, year, period, indicator_id, unit_id, level) in (select mark from contested)
        window newest_first as (
            partition by province_code, year, period, indicator_id, unit_id, level, kind
            order by self_stated, inherited, order_on desc, upload_id desc, as_of_stated desc nulls last, as_of desc nulls last, row_number)
    )
    where not inherited or chosen_inherited  -- a unit's own target leaves no room for an inherited one
)
select kind, province_code, indicator_id, unit_id, level, year, period, op, low, high, as_written, document, locator,
    upload_id, row_number, inherited, actual, qualifier, numerator, denominator, as_of, as_of_stated, stated_status, note,
    chosen, standing, basis, self_stated
from judged
