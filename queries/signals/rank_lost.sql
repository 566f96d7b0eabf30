-- Tụt hạng: so với kỳ liền trước cùng loại, đơn vị mất ít nhất một phần tư số bậc của cấp mình.
--
-- The newest result of a unit, where it is ranked and was ranked in the period before of the same kind on the same map; a quarter of the ranked
-- units, as unit_standing says (fell_far): 18 of 69 communes, 4 of 13 districts. Only the two periods that a newest result asks for are ranked,
-- not every period of every unit: of a large province a fortieth of the figures. Of a province the units of today, each its own row; of a
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

with newest as (  -- a period, and the one right before it of the same kind: of months counted from January the same of the year before
    select n.*, c.whole, c.name,
        n.year - (n.period in ('Q1', 'T1') or kind_of_period(n.period) in ('N', '0T'))::int as year_before,
        case
            when n.period = 'Q1' then 'Q4'
            when n.period = 'T1' then 'T12'
            when kind_of_period(n.period) in ('Q', 'T') then left(n.period, 1) || (substr(n.period, 2)::int - 1)
            else n.period
        end as period_before
    from unit_of_territory as c
    join unit_newest as n on n.province_code = $province_code and n.unit_id = c.unit_id and n.level = c.level
    where c.province_code = $province_code and c.territory_id = $unit_id and n.ranked >= 5
),
asked as (
    select indicator_id, level, year, period from newest
    union
    select indicator_id, level, year_before, period_before from newest
),
ranked as (
    select v.indicator_id, v.level, v.year, v.period, v.period_end, v.unit_id, count(*) over whole as ranked,
        rank() over (partition by v.indicator_id, v.level, v.year, v.period
            order by case when v.lower_first then -round(v.actual, 2) else round(v.actual, 2) end desc) as rank
    from unit_number as v
    semi join asked as a on a.indicator_id = v.indicator_id and a.level = v.level and a.year = v.year and a.period = v.period
    where v.province_code = $province_code
    window whole as (partition by v.indicator_id, v.level, v.year, v.period)
),
fallen as (
    select n.*, s.rank, b.rank as previous_rank, b.period_end as end_before, s.period_end as ended
    from newest as n
    join ranked as s
        on s.indicator_id = n.indicator_id and s.level = n.level and s.unit_id = n.unit_id and s.year = n.year and s.period = n.period
    join ranked as b
        on b.indicator_id = n.indicator_id and b.level = n.level and b.unit_id = n.unit_id and b.year = n.year_before and b.period = n.period_before
    where s.ranked >= 5 and b.ranked >= 5 and s.rank / s.ranked - b.rank / b.ranked >= 0.25
)
select n.indicator_id, n.short_name, n.level, 'hạng' as unit_of_measure, n.year::int as year, n.period, n.rank::decimal(18, 4) as value,
    null::varchar as value_as_written, null::varchar as qualifier, n.actual_document as document,
    n.actual_locator as locator, n.previous_rank::decimal(18, 4) as other_value, null::varchar as other_as_written, null::varchar as other_qualifier,
    null::varchar as other_document, n.year_before::int as other_year, n.period_before as other_period,
    case when n.whole then n.unit_id end as about_unit_id, case when n.whole then n.name end as about_unit
from fallen as n
where not exists (  -- of months counted from January another number lies between
    from unit_number as v
    where v.province_code = $province_code and v.unit_id = n.unit_id and v.indicator_id = n.indicator_id and v.level = n.level
        and kind_of_period(v.period) = '0T' and kind_of_period(n.period) = '0T' and v.period_end > n.end_before and v.period_end < n.ended)
order by n.previous_rank - n.rank, n.name collate vi, n.unit_id, n.pillar_order, n.indicator_id
