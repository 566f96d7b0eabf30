-- Văn bản xếp khác số: văn bản nói đạt hay chưa đạt, số của chính văn bản nói ngược lại.
--
-- The document calls a result met or missed, its own figures say otherwise.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | catalogue id
-- column: short_name       | text    | for narrow places
-- column: level            | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure  | text    | '%', 'người' ...
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | the result
-- column: value_as_written | text    | the same as its document writes it; null = none
-- column: qualifier        | text    | about, over, nearly, estimate, exact; null = none, in words, or a target
-- column: document         | text    | number of its document, as it is cited; null = none
-- column: locator          | text    | place in it; null = none, or not given
-- column: other_value      | decimal | the target
-- column: other_as_written | text    | the same as its document writes it; null = none
-- column: other_qualifier  | text    | null = none, in words, or a target
-- column: other_document   | text    | as it is cited; null = none
-- column: other_year       | int     | its year; null = none
-- column: other_period     | text    | its period; null = none
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: indicator_id, level, year, period

select indicator_id, short_name, level, unit_of_measure, year::int as year, period, actual as value, actual_as_written as value_as_written,
    actual_qualifier as qualifier,
    cited(actual_document, actual_self_stated, unit_name) as document,
    actual_locator as locator, required as other_value,
    target_as_written as other_as_written, null::varchar as other_qualifier,
    cited(target_document, target_self_stated, unit_name) as other_document,
    target_year::int as other_year, 'N' as other_period,
    null::varchar as about_unit_id, null::varchar as about_unit
from figure_in_force
where province_code = $province_code and unit_id = $unit_id and disputed
order by year desc, pillar_order, indicator_id, list_position(['province', 'district', 'commune', 'all'], level)
