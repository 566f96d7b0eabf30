-- Kém trung vị từ 10 điểm: kết quả mới nhất của đơn vị kém trung vị các đơn vị cùng cấp ít nhất 10 điểm %.
--
-- Shares only, measured, on the unit's own map: the newest result against the median of its level in that very period, where at least five
-- units have a number. Of a province the units of today, each its own row; of a district or commune its own results.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | catalogue id
-- column: short_name       | text    | for narrow places
-- column: level            | text    | 'district' or 'commune'
-- column: unit_of_measure  | text    | '%', 'người' ...
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | newest result
-- column: value_as_written | text    | the same as its document writes it
-- column: qualifier        | text    | about, over, nearly, estimate, exact
-- column: document         | text    | number of its document, as it is cited
-- column: locator          | text    | place in it; null = not given
-- column: other_value      | decimal | median of the level
-- column: other_as_written | text    | never there: null
-- column: other_qualifier  | text    | never there: null
-- column: other_document   | text    | never there: null
-- column: other_year       | int     | its year
-- column: other_period     | text    | its period
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: about_unit_id, indicator_id, level, year, period

select n.indicator_id, n.short_name, n.level, n.unit_of_measure, n.year::int as year, n.period, n.actual as value, n.actual_as_written as value_as_written,
    n.actual_qualifier as qualifier, n.actual_document as document, n.actual_locator as locator,
    n.median::decimal(18, 4) as other_value, null::varchar as other_as_written, null::varchar as other_qualifier, null::varchar as other_document,
    n.year::int as other_year, n.period as other_period,
    case when c.whole then c.unit_id end as about_unit_id, case when c.whole then c.name end as about_unit
from unit_of_territory as c
join unit_newest as n on n.province_code = $province_code and n.unit_id = c.unit_id and n.level = c.level
where c.province_code = $province_code and c.territory_id = $unit_id and n.unit_of_measure = '%' and n.ranked >= 5 and round(n.below_median, 2) >= 10
order by round(n.below_median, 2) desc, c.name collate vi, n.unit_id, n.pillar_order, n.indicator_id
