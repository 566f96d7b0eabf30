-- Những chỉ tiêu của một địa bàn cùng mọi tên gọi đã bỏ dấu, để tìm, và con số mới nhất của mỗi chỉ tiêu.
--
-- The figure is that of one level: the newest result beside the target in force; without any result the next target, else the last.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- column: indicator_id      | text    | catalogue id
-- column: name              | text    | full name
-- column: search_key        | text    | id, name, aliases and pillar, lower case, without diacritics
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: year              | int     | year of the result, or of the target where there is no result
-- column: period            | text    | period of the result; N without one
-- column: target_year       | int     | year of the target; null = none
-- column: target_op         | text    | null = none, or a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | null = no number
-- column: target_as_written | text    | null = none
-- column: has_result        | boolean | there is a result, be it in words
-- column: actual            | decimal | null = none, or in words
-- column: actual_low        | decimal | low end of a span; null otherwise
-- column: actual_high       | decimal | high end of a span; null otherwise
-- column: actual_as_written | text    | null = none
-- column: actual_qualifier  | text    | null = none, or in words
-- column: basis             | text    | null = no result
-- column: mark              | text    | met, stated, near, missed, not_due, no_result, no_target
-- unique: indicator_id

with newest as (
    select * from figure_in_force
    where province_code = $province_code and unit_id = $unit_id
    qualify row_number() over (
        partition by indicator_id
        order by has_result desc, case when has_result then period_end end desc, case when has_result then period <> 'N' end,
            still_running desc nulls last, case when still_running then year else -year end,
            list_position(['province', 'all', 'district', 'commune'], level)) = 1
)
select i.indicator_id, i.name, i.search_key, n.unit_of_measure, n.level, n.year::int as year, n.period, n.target_year, n.target_op, n.target_low,
    n.target_high, n.required, n.target_as_written, n.has_result, n.actual, n.actual_low, n.actual_high, n.actual_as_written,
    n.actual_qualifier, n.basis, n.mark
from indicator_catalogue as i join newest as n on n.indicator_id = i.indicator_id
order by case i.rank when 'headline' then 1 when 'supporting' then 2 else 3 end, i.pillar_order, i.indicator_id
