-- Các chỉ tiêu chính của những địa bàn được so sánh: ở từng cấp, kết quả mới nhất và mục tiêu đang có hiệu lực, mỗi số kèm năm của nó.
--
-- The row of a unit and level is its newest result beside the target in force; without any result, its next target, else its
-- last. sharing counts the units that have a figure of the indicator: 1 = nobody to compare with.
--
-- The units are named one by one (at most four), because a list would not reach the scan of the figures.
--
-- param:  units             | text    | unit ids, joined by commas
-- param:  provinces         | text    | the provinces of these units, joined by commas
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for narrow places
-- column: pillar_name       | text    | as on the screen
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: unit_id           | text    | one of the units
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: sharing           | int     | units that have a figure of the indicator
-- column: year              | int     | year of the result, or of the target where there is no result
-- column: period            | text    | period of the result; N without one
-- column: target_year       | int     | year of the target; null = none
-- column: target_op         | text    | null = none, or a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | null = no number
-- column: target_as_written | text    | null = none
-- column: target_document   | text    | as it is cited; null = none
-- column: target_locator    | text    | null = not given
-- column: has_result        | boolean | there is a result, be it in words
-- column: actual            | decimal | null = none, or in words
-- column: actual_low        | decimal | low end of a span; null otherwise
-- column: actual_high       | decimal | high end of a span; null otherwise
-- column: actual_as_written | text    | null = none
-- column: actual_qualifier  | text    | null = none, or in words
-- column: actual_document   | text    | as it is cited; null = none
-- column: actual_locator    | text    | null = not given
-- column: basis             | text    | null = no result
-- column: as_of             | date    | stated day, else day of the document; null = no result, or neither is known
-- column: as_of_stated      | boolean | the row states the day itself; null = no result
-- column: gap               | decimal | null where a number is missing
-- column: mark              | text    | met, stated, near, missed, not_due, no_result, no_target
-- column: disputed          | boolean | the document calls it otherwise than its figures say
-- unique: indicator_id, unit_id, level

with shown as (
    select * from gallery_newest
    where unit_id in (listed_text($units, 1), listed_text($units, 2), listed_text($units, 3), listed_text($units, 4))
        and province_code in (listed_text($provinces, 1), listed_text($provinces, 2), listed_text($provinces, 3), listed_text($provinces, 4))
),
shared as (select indicator_id, count(distinct unit_id)::int as sharing from shown group by indicator_id)
select g.indicator_id, g.indicator_name, g.short_name, g.pillar_name, g.unit_of_measure, g.unit_id, g.level, s.sharing, g.year, g.period,
    g.target_year, g.target_op, g.target_low, g.target_high, g.required, g.target_as_written,
    cited(g.target_document, g.target_self_stated, g.unit_name) as target_document, g.target_locator,
    g.has_result, g.actual, g.actual_low, g.actual_high, g.actual_as_written, g.actual_qualifier,
    cited(g.actual_document, g.actual_self_stated, g.unit_name) as actual_document, g.actual_locator,
    g.basis, g.as_of, g.as_of_stated, g.gap, g.mark, g.disputed
from shown as g
join shared as s on s.indicator_id = g.indicator_id
order by s.sharing desc, g.pillar_order, g.indicator_id, list_position(string_split($units, ','), g.unit_id),
    list_position(['province', 'district', 'commune', 'all'], g.level)
