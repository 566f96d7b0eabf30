-- Những số liệu mà một đơn vị còn phải báo cho một kỳ, cùng mục tiêu của năm: nội dung của giấy nhắc.
--
-- Of what ``report_list`` counts as owed and not reported. The target is the unit's own, else the one that the province set for its level.
--
-- param:  province_code     | text | province of the unit
-- param:  unit_id           | text | the unit
-- param:  year              | int  | calendar year
-- param:  period            | text | N, 6T, Q1..Q4, T1..T12
-- column: indicator_id      | text    | catalogue id
-- column: indicator_name    | text    | full name
-- column: pillar_name       | text    | as on the screen
-- column: level             | text    | the unit's own level, or 'all'
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: target_op         | text    | of the target in force; null = a milestone, or none until that year
-- column: target_low        | decimal | its low end; null = none
-- column: target_high       | decimal | its high end; null = none
-- column: target_as_written | text    | as its document writes it; null = none until that year
-- column: target_year       | int     | its year; null = none
-- column: target_document   | text    | null = none
-- unique: indicator_id, level

with target as (
    select f.indicator_id, f.level, f.target_op, f.target_low, f.target_high, f.target_as_written, f.year, f.target_document, f.unit_id = $unit_id as own
    from current_figure as f
    where f.province_code = $province_code and f.has_target and f.period = 'N' and f.year <= $year
        and (f.unit_id = $unit_id or f.unit_id in (select unit_id from unit where level = 'province') and f.level <> 'all')
    qualify row_number() over (partition by f.indicator_id, f.level order by (not coalesce(f.target_self_stated, false) or f.year = $year) desc, f.year desc, own desc) = 1
)
select d.indicator_id, i.name as indicator_name, i.pillar_name, d.level, i.unit_of_measure, t.target_op, t.target_low, t.target_high,
    t.target_as_written, t.year::int as target_year, t.target_document
from reporting_duty as d
join indicator_catalogue as i on i.indicator_id = d.indicator_id
left join target as t on t.indicator_id = d.indicator_id and t.level = d.level
where d.province_code = $province_code and d.unit_id = $unit_id and d.since <= $year
    and (d.months = case when $period = 'N' then 12 when $period = '6T' then 6 when $period like 'Q%' then 3 else 1 end
        or $period = 'N' and d.months = 6)
    and not exists (
        select 1 from current_figure as f
        where f.province_code = $province_code and f.unit_id = $unit_id and f.year = $year and f.period = $period
            and f.indicator_id = d.indicator_id and f.level = d.level and f.has_result)
order by i.pillar_order, d.indicator_id, d.level
