-- Số liệu của những chỉ tiêu gần nghĩa mà danh mục nối với một chỉ tiêu, cùng đơn vị tính: đặt bên cạnh, không nối thành một.
--
-- Pages ask for all indicators of a territory at once: planning the question takes as long for one, and the next page asks about another.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  indicator_id      | text    | catalogue id, or 'any' for all
-- column: other_id          | text    | the related indicator
-- column: other_name        | text    | full name
-- column: relation          | text    | 'predecessor', 'successor', 'noted'
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: year              | int     | calendar year, ascending within a level
-- column: period            | text    | N, or a part of the year
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: has_target        | boolean | a document sets a target for this very period
-- column: target_year       | int     | year of the target in force; null = none was set until then
-- column: target_op         | text    | of the target in force; null = none, or a milestone
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
-- column: mark              | text    | met, stated, near, missed, not_due, no_result, no_target
-- column: indicator_id      | text    | the indicator beside which they are set
-- unique: indicator_id, other_id, level, year, period

select f.indicator_id as other_id, f.indicator_name as other_name, l.relation, f.level, f.year::int as year, f.period, f.unit_of_measure,
    f.has_target, f.target_year, f.target_op, f.target_low, f.target_high, f.required, f.target_as_written, cited(f.target_document, f.target_self_stated, f.unit_name) as target_document,
    f.target_locator, f.has_result, f.actual, f.actual_low, f.actual_high, f.actual_as_written, f.actual_qualifier,
    cited(f.actual_document, f.actual_self_stated, f.unit_name) as actual_document, f.actual_locator, f.basis, f.mark, l.indicator_id
from linked_indicator as l
join indicator_catalogue as i on i.indicator_id = l.indicator_id
join (select * from figure_in_force where province_code = $province_code and unit_id = $unit_id) as f
    on f.indicator_id = l.other_id and f.unit_of_measure = i.unit_of_measure
where ($indicator_id = 'any' or l.indicator_id = $indicator_id)
order by l.indicator_id, l.nearness, f.indicator_id, list_position(['province', 'district', 'commune', 'all'], f.level), f.year, f.period_end, f.period
