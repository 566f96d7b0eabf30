-- Các chỉ tiêu chính của một địa bàn được so sánh: ở từng cấp, kết quả mới nhất và mục tiêu đang có hiệu lực, mỗi số kèm năm của nó.
--
-- The row of a unit and level is its newest result beside the target in force; without any result, its next target, else its
-- last. Which of them another unit has as well is for whoever puts units side by side to say: asked of each unit, an answer serves
-- every comparison that the unit stands in.
--
-- param:  province_code     | text    | province of the unit
-- param:  unit_id           | text    | the unit, or 'any' for every unit of the province, itself included
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for narrow places
-- column: pillar_name       | text    | as on the screen
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: unit_id           | text    | the unit
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: pillar_order      | int     | order of the plans' headings
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

select indicator_id, indicator_name, short_name, pillar_name, unit_of_measure, unit_id, level, pillar_order, year, period,
    target_year, target_op, target_low, target_high, required, target_as_written,
    cited(target_document, target_self_stated, unit_name) as target_document, target_locator,
    has_result, actual, actual_low, actual_high, actual_as_written, actual_qualifier,
    cited(actual_document, actual_self_stated, unit_name) as actual_document, actual_locator,
    basis, as_of, as_of_stated, gap, mark, disputed
from gallery_newest
where province_code = $province_code and ($unit_id = 'any' or unit_id = $unit_id)
order by pillar_order, indicator_id, list_position(['province', 'district', 'commune', 'all'], level), unit_id
