-- Kết quả của năm so với kết quả gần nhất trước đó, thay đổi nhiều nhất đứng trước.
--
-- param:  province_code      | text    | province of the territory
-- param:  unit_id            | text    | territory
-- param:  year               | int     | calendar year
-- param:  level              | text    | a level, or 'any'
-- column: indicator_id       | text    | catalogue id
-- column: short_name         | text    | for narrow places
-- column: level              | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure    | text    | '%', 'người' ...
-- column: actual             | decimal | result of the year
-- column: actual_as_written  | text    | short form of the document
-- column: actual_qualifier   | text    | exact, about, over, nearly, estimate
-- column: previous_year      | int     | latest earlier year, at most three back, with a number for the same level
-- column: previous_actual    | decimal | result of that year
-- column: previous_qualifier | text    | exact, about, over, nearly, estimate
-- column: previous_document  | text    | number of the document that states it
-- column: previous_locator   | text    | null = not given
-- column: previous_as_of     | date    | null = not stated
-- column: change             | decimal | actual minus previous_actual
-- unique: indicator_id, level

select f.indicator_id, f.short_name, f.level, f.unit_of_measure, f.actual, f.actual_as_written, f.actual_qualifier,
    p.previous_year, p.previous_actual, p.previous_qualifier, p.previous_document, p.previous_locator, p.previous_as_of, p.change
from figure as f
join previous_result as p
    on p.province_code = f.province_code and p.unit_id = f.unit_id and p.indicator_id = f.indicator_id and p.level = f.level and p.year = f.year
where f.province_code = $province_code and f.unit_id = $unit_id and f.year = $year and f.period = 'N'
    and f.actual is not null and $level in ('any', f.level)
order by case f.rank when 'headline' then 1 else 2 end, p.change_share desc, f.indicator_id, f.level
