-- Hai văn bản nói khác: cùng một số liệu, hai nơi nêu hai con số.
--
-- Two claims of the same figure differ and come from the same document or the same day.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | catalogue id
-- column: short_name       | text    | for narrow places
-- column: level            | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure  | text    | '%', 'người' ...
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | the chosen claim; null = in words
-- column: value_as_written | text    | the same as its document writes it; null = none
-- column: qualifier        | text    | about, over, nearly, estimate, exact; null = none, in words, or a target
-- column: document         | text    | number of its document, as it is cited; null = none
-- column: locator          | text    | place in it; null = none, or not given
-- column: other_value      | decimal | the other claim; null = in words
-- column: other_as_written | text    | the same as its document writes it; null = none
-- column: other_qualifier  | text    | null = none, in words, or a target
-- column: other_document   | text    | as it is cited; null = none
-- column: other_year       | int     | its year; null = none
-- column: other_period     | text    | its period; null = none
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: indicator_id, level, year, period, other_document, other_as_written

with stated as (
    select c.* replace (cited(c.document, c.self_stated, u.name) as document), i.short_name, i.unit_of_measure, i.pillar_order
    from current_claim as c
    join indicator_catalogue as i on i.indicator_id = c.indicator_id
    join unit as u on u.unit_id = c.unit_id
    where c.province_code = $province_code and c.unit_id = $unit_id
)
select o.indicator_id, o.short_name, o.level, o.unit_of_measure, o.year::int as year, o.period, coalesce(c.actual, c.low) as value,
    c.as_written as value_as_written, c.qualifier, c.document, c.locator, coalesce(o.actual, o.low) as other_value,
    o.as_written as other_as_written, o.qualifier as other_qualifier, o.document as other_document, o.year::int as other_year,
    o.period as other_period,
    null::varchar as about_unit_id, null::varchar as about_unit
from stated as o
join stated as c
    on c.indicator_id = o.indicator_id and c.level = o.level and c.year = o.year and c.period = o.period and c.kind = o.kind and c.chosen
where o.standing = 'conflicting'
order by o.year desc, o.pillar_order, o.indicator_id, list_position(['province', 'district', 'commune', 'all'], o.level), o.document, o.as_written
