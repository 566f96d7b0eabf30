-- Các văn bản và vị trí mà các mục tiêu chính của một năm dẫn ra, và ngày của số liệu.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- param:  year          | int  | calendar year
-- column: document      | text | number, as it is cited
-- column: locators      | text | places, joined by '; '; null = not given
-- column: as_of         | date | latest day of its results, stated or its own; null = it states targets only, or no day is known
-- column: stated_day    | date | latest day that a row of it states; null = none does
-- unique: document

with chosen as (
    select * from figure
    where province_code = $province_code and unit_id = $unit_id and year = $year and period = 'N'
        and has_target and rank = 'headline'
)
select document, string_agg(distinct locator, '; ' order by locator) as locators, max(as_of) as as_of,
    max(as_of) filter (where as_of_stated) as stated_day
from (
    select cited(target_document, target_self_stated, unit_name) as document, target_locator as locator, null::date as as_of, false as as_of_stated from chosen
    union all
    select cited(actual_document, actual_self_stated, unit_name), actual_locator, as_of, as_of_stated from chosen where has_result
) as places
group by document
order by document
