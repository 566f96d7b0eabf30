-- Kết quả của năm hoặc của một kỳ so với kết quả liền trước của cùng loại kỳ: thay đổi bao nhiêu.
--
-- Headline indicators first, then the largest change as a share of the earlier result. A claim without a number of its own
-- is no result to compare.
--
-- param:  province_code      | text    | province of the territory
-- param:  unit_id            | text    | territory
-- param:  year               | int     | calendar year
-- param:  period             | text    | 'newest' (of each indicator in the year), 'N' or a part of the year
-- param:  level              | text    | a level, or 'any'
-- column: indicator_id       | text    | catalogue id
-- column: short_name         | text    | for narrow places
-- column: level              | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure    | text    | '%', 'người' ...
-- column: year               | int     | the chosen year
-- column: period             | text    | period of the result
-- column: actual             | decimal | result of that period
-- column: actual_as_written  | text    | short form of the document
-- column: actual_qualifier   | text    | exact, about, over, nearly, estimate
-- column: basis              | text    | 'measured' or 'words'
-- column: has_result         | boolean | always true
-- column: as_of              | date    | stated day, else day of the document; null = neither is known
-- column: as_of_stated       | boolean | the row states the day itself
-- column: actual_document    | text    | number, as it is cited
-- column: actual_locator     | text    | null = not given
-- column: previous_year      | int     | latest earlier year, at most three back, with a number for the same level
-- column: previous_period    | text    | its period
-- column: previous_actual    | decimal | result of that period
-- column: previous_qualifier | text    | exact, about, over, nearly, estimate
-- column: previous_document  | text    | number of the document that states it, as it is cited
-- column: previous_locator   | text    | null = not given
-- column: change             | decimal | actual minus previous_actual
-- unique: indicator_id, level

select f.indicator_id, f.short_name, f.level, f.unit_of_measure, f.year, f.period, f.actual, f.actual_as_written, f.actual_qualifier, f.basis,
    f.has_result, f.as_of, f.as_of_stated,
    cited(f.actual_document, f.actual_self_stated, f.unit_name) as actual_document,
    f.actual_locator,
    p.previous_year::int as previous_year, p.previous_period, p.previous_actual, p.previous_qualifier, p.previous_document, p.previous_locator, p.change
from figure_in_force as f
join previous_result as p
    on p.province_code = f.province_code and p.unit_id = f.unit_id and p.indicator_id = f.indicator_id and p.level = f.level and p.year = f.year and p.period = f.period
where f.province_code = $province_code and f.unit_id = $unit_id and f.year = $year and f.actual is not null and f.basis <> 'stated'
    and $level in ('any', f.level) and case when $period = 'newest' then f.newest_in_year else f.period = $period end
order by f.rank <> 'headline', p.change_share desc nulls last, f.indicator_id, f.level
