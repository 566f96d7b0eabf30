-- Có mục tiêu, chưa từng có số đo: chưa có kết quả nào, hoặc chỉ có kết quả bằng lời hay nhắc lại mục tiêu.
--
-- Headline indicators and levels with a target of a year that has begun, and no result that was measured: none at all, in words only, or a claim without a number.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | catalogue id
-- column: short_name       | text    | for narrow places
-- column: level            | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure  | text    | '%', 'người' ...
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | never there
-- column: value_as_written | text    | the same as its document writes it; null = none
-- column: qualifier        | text    | about, over, nearly, estimate, exact; null = none, in words, or a target
-- column: document         | text    | number of its document, as it is cited; null = none
-- column: locator          | text    | place in it; null = none, or not given
-- column: other_value      | decimal | the last target that has begun; null = a milestone
-- column: other_as_written | text    | the same as its document writes it; null = none
-- column: other_qualifier  | text    | null = none, in words, or a target
-- column: other_document   | text    | as it is cited; null = none
-- column: other_year       | int     | its year; null = none
-- column: other_period     | text    | its period; null = none
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: indicator_id, level, year, period

with known as (
    select * from current_figure
    where province_code = $province_code and unit_id = $unit_id and rank = 'headline'
),
measured as (
    select distinct indicator_id, level from known where basis = 'measured'
)
select k.indicator_id, k.short_name, k.level, k.unit_of_measure, k.year::int as year, k.period, null::decimal(18, 4) as value,
    null::varchar as value_as_written, null::varchar as qualifier, null::varchar as document, null::varchar as locator, k.required as other_value,
    k.target_as_written as other_as_written, null::varchar as other_qualifier,
    cited(k.target_document, k.target_self_stated, k.unit_name) as other_document,
    k.year::int as other_year,
    k.period as other_period,
    null::varchar as about_unit_id, null::varchar as about_unit
from known as k
left join measured as m on m.indicator_id = k.indicator_id and m.level = k.level
where k.has_target and k.period = 'N' and m.indicator_id is null and k.year <= year(today_in_vietnam())
qualify row_number() over (partition by k.indicator_id, k.level order by k.year desc) = 1
order by k.pillar_order, k.indicator_id, list_position(['province', 'district', 'commune', 'all'], k.level)
