-- Tụt hạng: so với kỳ liền trước cùng loại, đơn vị mất ít nhất một phần tư số bậc của cấp mình.
--
-- The newest result of a unit, where it is ranked and was ranked in the period before of the same kind on the same map; a quarter of the ranked
-- units, as unit_standing says: 18 of 69 communes, 4 of 13 districts. Of a province the units of today, each its own row; of a
-- district or commune its own results.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | catalogue id
-- column: short_name       | text    | for narrow places
-- column: level            | text    | 'district' or 'commune'
-- column: unit_of_measure  | text    | always 'hạng'
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | rank in the newest period
-- column: value_as_written | text    | never there: null
-- column: qualifier        | text    | never there: null
-- column: document         | text    | number of its document, as it is cited
-- column: locator          | text    | place in it; null = not given
-- column: other_value      | decimal | rank in the period before
-- column: other_as_written | text    | never there: null
-- column: other_qualifier  | text    | never there: null
-- column: other_document   | text    | never there: null
-- column: other_year       | int     | year of the period before
-- column: other_period     | text    | the period before
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: about_unit_id, indicator_id, level, year, period

select n.indicator_id, n.short_name, n.level, 'hạng' as unit_of_measure, n.year::int as year, n.period, s.rank::decimal(18, 4) as value,
    null::varchar as value_as_written, null::varchar as qualifier, n.actual_document as document,
    n.actual_locator as locator, s.previous_rank::decimal(18, 4) as other_value, null::varchar as other_as_written, null::varchar as other_qualifier,
    null::varchar as other_document, s.previous_year::int as other_year, s.previous_period as other_period,
    case when c.whole then c.unit_id end as about_unit_id, case when c.whole then c.name end as about_unit
from unit_of_territory as c
join unit_newest as n on n.province_code = $province_code and n.unit_id = c.unit_id and n.level = c.level
join unit_standing as s
    on s.units_of = 'then' and s.province_code = $province_code and s.indicator_id = n.indicator_id and s.level = n.level and s.unit_id = n.unit_id
    and s.year = n.year and s.period = n.period
where c.province_code = $province_code and c.territory_id = $unit_id and s.fell_far
order by s.rank_change, c.name collate vi, n.unit_id, n.pillar_order, n.indicator_id
