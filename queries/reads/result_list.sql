-- Kết quả của một năm mà chưa văn bản nào đặt mục tiêu: kỳ được chọn, hoặc kết quả mới nhất của năm.
--
-- Headline indicators first, then as the plans order them.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  year              | int     | calendar year
-- param:  period            | text    | 'newest', 'N' or a part of the year
-- param:  level             | text    | a level, or 'any'
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for narrow places
-- column: pillar_name       | text    | as on the screen
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: rank              | text    | 'headline', 'supporting', 'context'
-- column: year              | int     | the chosen year
-- column: period            | text    | period of the result
-- column: actual            | decimal | null = in words
-- column: actual_low        | decimal | low end of a span; null otherwise
-- column: actual_high       | decimal | high end of a span; null otherwise
-- column: actual_as_written | text    | short form of the document
-- column: actual_qualifier  | text    | exact, about, over, nearly, estimate; null = in words
-- column: basis             | text    | 'measured', 'stated', 'words'
-- column: as_of             | date    | stated day, else day of the document; null = neither is known
-- column: as_of_stated      | boolean | the row states the day itself
-- column: actual_document   | text    | number, as it is cited
-- column: actual_locator    | text    | null = not given
-- column: conflict          | boolean | another claim differs
-- unique: indicator_id, level

select indicator_id, indicator_name, short_name, pillar_name, level, unit_of_measure, rank, year, period, actual, actual_low, actual_high,
    actual_as_written, actual_qualifier, basis, as_of, as_of_stated,
    cited(actual_document, actual_self_stated, unit_name) as actual_document,
    actual_locator, conflict
from current_figure
where province_code = $province_code and unit_id = $unit_id and year = $year and has_result
    and (target_year is null or rank <> 'headline') and $level in ('any', level)
    and case when $period = 'newest' then newest_in_year else period = $period end
order by rank <> 'headline', pillar_order, indicator_id, list_position(['province', 'district', 'commune', 'all'], level)
