-- Mục tiêu và kết quả qua các năm của nhiều chỉ tiêu cùng một chủ đề, ở từng cấp.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  indicators        | text    | catalogue ids, joined by commas; '' = none
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for narrow places
-- column: pillar_name       | text    | as on the screen
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: year              | int     | calendar year, ascending within an indicator and level
-- column: period            | text    | N, or a part of the year
-- column: period_end        | date    | last day of the period
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
-- column: as_of             | date    | stated day, else day of the document; null = not reported, or neither is known
-- column: as_of_stated      | boolean | the row states the day itself; null = not reported
-- column: basis             | text    | null = no result
-- column: status            | text    | met, near, missed, not_due, no_result, no_target
-- column: mark              | text    | the status as shown: 'stated' for met by a document's word alone
-- column: stated_status     | text    | what the document itself says; null = nothing
-- column: disputed          | boolean | the document calls it otherwise than its figures say
-- column: newest_in_year    | boolean | the newest result of its year, or the year's target when there is none
-- column: hedged            | boolean | the note on the result quotes its document: no more than “cơ bản đã hoàn thành”
-- unique: indicator_id, level, year, period

select f.indicator_id, f.indicator_name, f.short_name, f.pillar_name, f.level, f.year::int as year, f.period, f.period_end, f.unit_of_measure,
    f.has_target, f.target_year, f.target_op, f.target_low, f.target_high, f.required, f.target_as_written, cited(f.target_document, f.target_self_stated, f.unit_name) as target_document,
    f.target_locator, f.has_result, f.actual, f.actual_low, f.actual_high, f.actual_as_written, f.actual_qualifier,
    cited(f.actual_document, f.actual_self_stated, f.unit_name) as actual_document, f.actual_locator, f.as_of, f.as_of_stated, f.basis, f.status, f.mark, f.stated_status, f.disputed, f.newest_in_year, c.indicator_id is not null as hedged
from figure_in_force as f
left join (
    select indicator_id, level, year, period from current_claim
    where province_code = $province_code and unit_id = $unit_id and kind = 'result' and chosen and contains(lower(note), 'cơ bản đã hoàn thành')
) as c on c.indicator_id = f.indicator_id and c.level = f.level and c.year = f.year and c.period = f.period
where f.province_code = $province_code and f.unit_id = $unit_id and list_contains(string_split($indicators, ','), f.indicator_id)
order by f.pillar_order, f.indicator_id, list_position(['province', 'district', 'commune', 'all'], f.level), f.year, f.period_end, f.period
