-- Mục tiêu bị hạ: mục tiêu sau thấp hơn mục tiêu trước của cùng chỉ tiêu và cấp.
--
-- A later target of the same indicator and level asks for less than an earlier one: the target of a later year, or the same
-- year's target in a newer document. Where lower is better, asking for less is a higher bound.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | catalogue id
-- column: short_name       | text    | for narrow places
-- column: level            | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure  | text    | '%', 'người' ...
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | the later target
-- column: value_as_written | text    | the same as its document writes it; null = none
-- column: qualifier        | text    | about, over, nearly, estimate, exact; null = none, in words, or a target
-- column: document         | text    | number of its document, as it is cited; null = none
-- column: locator          | text    | place in it; null = none, or not given
-- column: other_value      | decimal | the earlier one
-- column: other_as_written | text    | the same as its document writes it; null = none
-- column: other_qualifier  | text    | null = none, in words, or a target
-- column: other_document   | text    | as it is cited; null = none
-- column: other_year       | int     | its year; null = none
-- column: other_period     | text    | its period; null = none
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: indicator_id, level, year, period

with stated as (
    select c.indicator_id, c.level, c.year, c.op, coalesce(case when c.op in ('<=', '<') then c.high else c.low end, c.low, c.high) as bound,
        c.as_written,
        cited(c.document, c.self_stated, u.name) as document,
        c.locator, c.chosen, c.standing, i.short_name, i.unit_of_measure, i.direction, i.pillar_order
    from current_claim as c
    join indicator_catalogue as i on i.indicator_id = c.indicator_id
    join unit as u on u.unit_id = c.unit_id
    where c.province_code = $province_code and c.unit_id = $unit_id and c.kind = 'target' and c.period = 'N' and not c.inherited
),
paired as (
    select n.*, e.bound as other_value, e.as_written as other_as_written, e.document as other_document, e.year as other_year
    from stated as n
    join stated as e
        on e.indicator_id = n.indicator_id and e.level = n.level and n.chosen
        and (e.chosen and e.year < n.year or e.year = n.year and e.standing = 'superseded')
    where n.bound is not null and e.bound is not null
    qualify row_number() over (partition by n.indicator_id, n.level, n.year order by e.year desc, e.document) = 1
)
select indicator_id, short_name, level, unit_of_measure, year::int as year, 'N' as period, bound as value, as_written as value_as_written,
    null::varchar as qualifier, document, locator, other_value, other_as_written, null::varchar as other_qualifier, other_document,
    other_year::int as other_year, 'N' as other_period,
    null::varchar as about_unit_id, null::varchar as about_unit
from paired
where case when direction = 'lower' or op in ('<=', '<') then bound > other_value else bound < other_value end
order by year desc, pillar_order, indicator_id, list_position(['province', 'district', 'commune', 'all'], level)
