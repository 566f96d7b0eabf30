-- Tụt so với kỳ trước: kết quả mới nhất kém kết quả liền trước của cùng loại kỳ.
--
-- The newest result is worse than the one before it of the same kind of period (whole years, quarters, months …).
-- Measured results only: a claim that repeats its target is no number to compare.
-- Worse is lower where higher is better, higher where lower is better; background figures have no better.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | catalogue id
-- column: short_name       | text    | for narrow places
-- column: level            | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure  | text    | '%', 'người' ...
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | newest result
-- column: value_as_written | text    | the same as its document writes it; null = none
-- column: qualifier        | text    | about, over, nearly, estimate, exact; null = none, in words, or a target
-- column: document         | text    | number of its document, as it is cited; null = none
-- column: locator          | text    | place in it; null = none, or not given
-- column: other_value      | decimal | the result before it
-- column: other_as_written | text    | the same as its document writes it; null = none
-- column: other_qualifier  | text    | null = none, in words, or a target
-- column: other_document   | text    | as it is cited; null = none
-- column: other_year       | int     | its year; null = none
-- column: other_period     | text    | its period; null = none
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: indicator_id, level, year, period

with known as (
    select *, kind_of_period(period) as kind_of_period
    from current_figure
    where province_code = $province_code and unit_id = $unit_id and actual is not null and basis = 'measured' and direction <> 'none'
),
paired as (
    select n.*, p.actual as other_value, p.actual_as_written as other_as_written, p.actual_qualifier as other_qualifier,
        cited(p.actual_document, p.actual_self_stated, p.unit_name) as other_document, p.year::int as other_year, p.period as other_period
    from known as n
    join known as p
        on p.indicator_id = n.indicator_id and p.level = n.level and p.kind_of_period = n.kind_of_period and p.period_end < n.period_end
    qualify row_number() over (partition by n.indicator_id, n.level order by n.period_end desc, n.period <> 'N', n.period, p.period_end desc) = 1
)
select indicator_id, short_name, level, unit_of_measure, year::int as year, period, actual as value, actual_as_written as value_as_written,
    actual_qualifier as qualifier,
    cited(actual_document, actual_self_stated, unit_name) as document,
    actual_locator as locator, other_value, other_as_written, other_qualifier,
    other_document, other_year, other_period,
    null::varchar as about_unit_id, null::varchar as about_unit
from paired
where case when direction = 'lower' then actual > other_value else actual < other_value end
order by rank <> 'headline', pillar_order, indicator_id, list_position(['province', 'district', 'commune', 'all'], level)
