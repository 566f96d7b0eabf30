-- Các văn bản và vị trí mà số liệu của một năm dẫn ra, và ngày của số liệu.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- param:  year          | int  | calendar year
-- column: document      | text | number
-- column: locators      | text | places, joined by '; '
-- column: as_of         | date | latest day of its results; null = it states targets only
-- unique: document

select document, string_agg(distinct locator, '; ' order by locator) as locators, max(as_of) as as_of
from claim
where province_code = $province_code and unit_id = $unit_id and year = $year and period = 'N' and chosen
group by document
order by document
