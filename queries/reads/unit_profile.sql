-- Hồ sơ một đơn vị: mỗi chỉ tiêu của cấp ấy, kết quả mới nhất cạnh mục tiêu, trung vị của cấp và thứ hạng; chưa báo cũng có dòng.
--
-- Every indicator that the province set a target of for the level (but for counts, which are its units' together), or that the unit has a figure of. The result is the unit's newest one,
-- of whatever period; rank and median are those of its level in that very period. Without a result the target is the last one set for
-- the year of the unit's last day or of today, and the median that of the newest period of which the level has numbers.
-- Of all units at once rank and median come from unit_standing, which ranks whole periods; of one unit from unit_place, which says the same.
--
-- param:  province_code     | text    | province of the unit
-- param:  unit_id           | text    | the unit, or 'any' for every district and commune of the province
-- column: unit_id           | text    | the unit
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: short_name        | text    | for narrow places
-- column: pillar_name       | text    | as on the screen
-- column: level             | text    | the unit's own level, or 'all'
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: direction         | text    | 'higher', 'lower', 'none'
-- column: has_result        | boolean | the unit has reported, be it in words
-- column: year              | int     | of its newest result; null = never reported
-- column: period            | text    | null = never reported
-- column: actual            | double  | null = never reported, or in words
-- column: actual_as_written | text    | null = never reported
-- column: actual_qualifier  | text    | null = never reported, or in words
-- column: basis             | text    | 'measured', 'stated' or 'words'; null = never reported
-- column: actual_document   | text    | number, as it is cited; null = never reported
-- column: actual_locator    | text    | place in it; null = not given, or never reported
-- column: as_of             | date    | null = never reported
-- column: as_of_stated      | boolean | the row states that day; null = never reported
-- column: target_year       | int     | year of the target in force; null = none
-- column: target_op         | text    | null = none
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached; null = none
-- column: target_as_written | text    | null = none
-- column: target_document   | text    | number, as it is cited; null = none
-- column: target_locator    | text    | null = none, or not given
-- column: target_from       | text    | 'own' (the unit's own plan) or 'province' (set for its level); null = no target
-- column: gap               | decimal | null = no number, no target, or not comparable
-- column: mark              | text    | the status as it is shown; of a unit that never reported 'not_due' while the target's year runs, then 'no_result'
-- column: rank              | bigint  | 1 = best; null = no number, or fewer than five units
-- column: ranked            | bigint  | units of the level with a number in that period; null = none
-- column: median            | double  | of their numbers; null = none
-- column: median_year       | int     | year that the median is of; null = none
-- column: median_period     | text    | period that it is of; null = none
-- column: below_median      | double  | how far the result is on the worse side of the median, negative on the better one; null = not both, or no better side
-- column: rank_change       | bigint  | places won (above 0) or lost; null = none
-- column: change            | double  | actual minus that of the period before of the same kind; null = none
-- column: of_period         | double  | part of a cumulative result that the period itself added; null = not cumulative, or not known
-- column: to_date           | decimal | what the result says of its year so far, which the year's target judges; null = not known, or never reported
-- unique: unit_id, indicator_id, level

with own as (
    select unit_id, level, least(coalesce(valid_to - 1, today_in_vietnam()), today_in_vietnam()) as last_day
    from unit where province_code = $province_code and (unit_id = $unit_id or $unit_id = 'any' and level <> 'province')
),
newest_period as (  -- looked up by few columns: the rows of a unit lie among those of all others
    select f.unit_id, f.indicator_id, f.level, f.year, f.period
    from current_figure as f join own as o on o.unit_id = f.unit_id and f.level in (o.level, 'all')
    where f.province_code = $province_code and ($unit_id = 'any' or f.unit_id = $unit_id) and f.has_result
    qualify row_number() over (partition by f.unit_id, f.indicator_id, f.level order by f.period_end desc, f.period <> 'N', f.period) = 1
),
newest as (
    select f.* from newest_period as n
    join figure_in_force as f
        on f.province_code = $province_code and ($unit_id = 'any' or f.unit_id = $unit_id) and f.unit_id = n.unit_id
        and f.indicator_id = n.indicator_id and f.level = n.level and f.year = n.year and f.period = n.period
),
set_target as (
    select o.unit_id as of_unit, c.indicator_id, c.level, c.year, c.target_op, c.target_low, c.target_high, c.required, c.target_as_written, c.target_document,
        c.target_locator, c.target_self_stated, c.unit_id, c.unit_name
    from current_figure as c join own as o on c.level = o.level or c.unit_id = o.unit_id and c.level = 'all'
    where c.province_code = $province_code and c.has_target and c.period = 'N' and c.year <= year(o.last_day)
        and (c.unit_id = o.unit_id
            or c.unit_id in (select unit_id from unit where level = 'province' and province_code = $province_code)
            and c.indicator_id not in (select indicator_id from indicator_catalogue where kind = 'count'))
    qualify row_number() over (partition by o.unit_id, c.indicator_id, c.level order by c.year desc, c.unit_id = o.unit_id desc) = 1
),
own_target as (
    select distinct unit_id, indicator_id, level, document from current_claim
    where province_code = $province_code and ($unit_id = 'any' or unit_id = $unit_id) and kind = 'target' and not inherited
),
placed as (
    select unit_id, indicator_id, level, year, period, rank, ranked, median, below_median, rank_change, change
    from unit_place
    where province_code = $province_code and unit_id = $unit_id and $unit_id <> 'any'
    union all
    select unit_id, indicator_id, level, year, period, rank, ranked, median, below_median, rank_change, change
    from unit_standing
    where province_code = $province_code and units_of = 'then' and $unit_id = 'any'
),
listed as (
    select unit_id, indicator_id, level from newest
    union
    select of_unit, indicator_id, level from set_target
),
silent as (
    select l.unit_id, l.indicator_id, l.level from listed as l
    left join newest as n on n.unit_id = l.unit_id and n.indicator_id = l.indicator_id and n.level = l.level
    left join placed as s
        on s.unit_id = l.unit_id and s.indicator_id = l.indicator_id and s.level = l.level and s.year = n.year and s.period = n.period
    where s.unit_id is null
),
level_newest as (
    select l.unit_id, s.indicator_id, s.level, s.year, s.period, s.median, s.units as ranked
    from silent as l
    join own as o on o.unit_id = l.unit_id and o.level = l.level
    join current_spread as s
        on s.units_of = 'then' and s.province_code = $province_code and s.indicator_id = l.indicator_id and s.level = l.level and s.year <= year(o.last_day)
    qualify row_number() over (partition by l.unit_id, s.indicator_id, s.level order by s.year desc,
        case when s.period = 'N' then 12 when s.period like 'Q%' then 3 * right(s.period, 1)::int else replace(s.period, 'T', '')::int end desc,
        s.period <> 'N', s.period) = 1
)
select l.unit_id, l.indicator_id, i.name as indicator_name, i.short_name, i.pillar_name, l.level, i.unit_of_measure, i.direction,
    n.indicator_id is not null as has_result, n.year::int as year, n.period, n.actual::double as actual, n.actual_as_written, n.actual_qualifier, n.basis,
    cited(n.actual_document, n.actual_self_stated, n.unit_name) as actual_document, n.actual_locator, n.as_of, n.as_of_stated,
    coalesce(n.target_year, t.year)::int as target_year,
    case when n.target_year is not null then n.target_op else t.target_op end as target_op,
    case when n.target_year is not null then n.target_low else t.target_low end as target_low,
    case when n.target_year is not null then n.target_high else t.target_high end as target_high,
    case when n.target_year is not null then n.required else t.required end as required,
    case when n.target_year is not null then n.target_as_written else t.target_as_written end as target_as_written,
    case when n.target_year is not null then cited(n.target_document, n.target_self_stated, n.unit_name)
        else cited(t.target_document, t.target_self_stated, t.unit_name) end as target_document,
    case when n.target_year is not null then n.target_locator else t.target_locator end as target_locator,
    case
        when coalesce(n.target_year, t.year) is null then null
        when o.indicator_id is not null then 'own'
        else 'province'
    end as target_from,
    n.gap, coalesce(n.mark, case when t.year >= year(today_in_vietnam()) then 'not_due' else 'no_result' end) as mark, s.rank, coalesce(s.ranked, m.ranked) as ranked, coalesce(s.median, m.median) as median,
    coalesce(s.year, m.year)::int as median_year, coalesce(s.period, m.period) as median_period,
    case when i.direction <> 'none' then s.below_median end as below_median,
    s.rank_change, s.change, p.of_period, n.to_date
from listed as l
join indicator_catalogue as i on i.indicator_id = l.indicator_id
left join newest as n on n.unit_id = l.unit_id and n.indicator_id = l.indicator_id and n.level = l.level
left join set_target as t on t.of_unit = l.unit_id and t.indicator_id = l.indicator_id and t.level = l.level
left join own_target as o
    on o.unit_id = l.unit_id and o.indicator_id = l.indicator_id and o.level = l.level and o.document = case when n.target_year is not null then n.target_document else t.target_document end
left join placed as s
    on s.unit_id = l.unit_id and s.indicator_id = l.indicator_id and s.level = l.level and s.year = n.year and s.period = n.period
left join level_newest as m on m.unit_id = l.unit_id and m.indicator_id = l.indicator_id and m.level = l.level and s.unit_id is null
left join figure_in_period as p
    on p.province_code = $province_code and ($unit_id = 'any' or p.unit_id = $unit_id) and p.unit_id = l.unit_id and p.indicator_id = l.indicator_id and p.level = l.level and p.year = n.year
    and p.period = n.period
order by i.rank <> 'headline', i.pillar_order, l.indicator_id, l.level = 'all', l.unit_id
