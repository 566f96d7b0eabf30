-- Không thể có: tỷ lệ trên 100%, hoặc mục tiêu đòi hơn 100%.
--
-- A share above 100%, or a target that asks for more than 100%.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | catalogue id
-- column: short_name       | text    | for narrow places
-- column: level            | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure  | text    | '%', 'người' ...
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | the figure
-- column: value_as_written | text    | the same as its document writes it; null = none
-- column: qualifier        | text    | about, over, nearly, estimate, exact; null = none, in words, or a target
-- column: document         | text    | number of its document, as it is cited; null = none
-- column: locator          | text    | place in it; null = none, or not given
-- column: other_value      | decimal | never there
-- column: other_as_written | text    | the same as its document writes it; null = none
-- column: other_qualifier  | text    | null = none, in words, or a target
-- column: other_document   | text    | as it is cited; null = none
-- column: other_year       | int     | its year; null = none
-- column: other_period     | text    | its period; null = none
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: indicator_id, level, year, period

with known as (
    select *, coalesce(actual > 100 or actual = 100 and actual_qualifier = 'over', false) as result_is_impossible
    from current_figure
    join (select indicator_id, kind from indicator_catalogue) as i using (indicator_id)
    where province_code = $province_code and unit_id = $unit_id and i.kind = 'ratio'
)
select indicator_id, short_name, level, unit_of_measure, year::int as year, period,
    case when result_is_impossible then actual else required end as value,
    case when result_is_impossible then actual_as_written else target_as_written end as value_as_written,
    case when result_is_impossible then actual_qualifier end as qualifier,
    case when result_is_impossible then cited(actual_document, actual_self_stated, unit_name)
        else cited(target_document, target_self_stated, unit_name) end as document,
    case when result_is_impossible then actual_locator else target_locator end as locator,
    null::decimal(18, 4) as other_value, null::varchar as other_as_written, null::varchar as other_qualifier,
    null::varchar as other_document, null::int as other_year, null::varchar as other_period,
    null::varchar as about_unit_id, null::varchar as about_unit
from known
where result_is_impossible or has_target and (required > 100 or required = 100 and target_op = '>')
order by year desc, pillar_order, indicator_id, list_position(['province', 'district', 'commune', 'all'], level)
