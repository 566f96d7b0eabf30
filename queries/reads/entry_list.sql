-- Những số liệu mà một đơn vị cần báo cho một kỳ: mọi chỉ tiêu đơn vị từng có hay tỉnh giao, mục tiêu của năm, kết quả đang có.
--
-- A target that the province sets for its districts or communes is the target of each of them that has none of its own.
-- owed = the year sets a target and the period has no result yet.
--
-- param:  province_code     | text   | province of the unit
-- param:  unit_id           | text   | the unit
-- param:  year              | int    | calendar year
-- param:  period            | text   | N, 2T..11T, Q1..Q4, T1..T12
-- column: indicator_id      | text   | catalogue id
-- column: indicator_name    | text   | full name
-- column: pillar_name       | text   | as on the screen
-- column: rank              | text   | 'headline', 'supporting', 'context'
-- column: unit_of_measure   | text   | '%', 'người' ...
-- column: level             | text   | whose figure
-- column: target_as_written | text   | target of the year; null = none
-- column: has_result        | boolean | the period has a result
-- column: actual            | decimal | result of the period; null = none, or in words
-- column: actual_as_written | text   | null = none
-- column: actual_document   | text   | null = none
-- column: actual_locator    | text   | null = none
-- column: as_of             | date   | day the document states for the result; null = none stated
-- column: last_as_written   | text   | last result before the year's end, whatever its period; null = none
-- column: last_year         | int    | its year; null = none
-- column: last_period       | text   | its period; null = none
-- column: owed              | boolean | still to be reported
-- unique: indicator_id, level

with common as (
    select indicator_id, level, year, target_as_written
    from current_figure
    where province_code = $province_code and period = 'N' and has_target
        and unit_id in (select unit_id from unit where level = 'province')
        and level = (select level from unit where unit_id = $unit_id) and level <> 'province'
),
known as (
    select indicator_id, level
    from current_figure
    where province_code = $province_code and unit_id = $unit_id
    union
    select indicator_id, level from common
),
last_result as (
    select indicator_id, level, actual_as_written, year, period
    from current_figure
    where province_code = $province_code and unit_id = $unit_id and has_result and year <= $year and not (year = $year and period = $period)
    qualify row_number() over (partition by indicator_id, level order by year desc, period_end desc, period) = 1
)
select k.indicator_id, i.name as indicator_name, i.pillar_name, i.rank, i.unit_of_measure, k.level,
    coalesce(t.target_as_written, c.target_as_written) as target_as_written, coalesce(r.has_result, false) as has_result, r.actual, r.actual_as_written, r.actual_document, r.actual_locator,
    case when r.as_of_stated then r.as_of end as as_of,
    l.actual_as_written as last_as_written, l.year::int as last_year, l.period as last_period,
    coalesce(t.indicator_id, c.indicator_id) is not null and not coalesce(r.has_result, false) as owed
from known as k
join indicator_catalogue as i on i.indicator_id = k.indicator_id
left join (select * from current_figure where province_code = $province_code and unit_id = $unit_id and year = $year and period = 'N' and has_target) as t
    on t.indicator_id = k.indicator_id and t.level = k.level
left join (select * from current_figure where province_code = $province_code and unit_id = $unit_id and year = $year and period = $period and has_result) as r
    on r.indicator_id = k.indicator_id and r.level = k.level
left join common as c on c.indicator_id = k.indicator_id and c.level = k.level and c.year = $year
left join last_result as l on l.indicator_id = k.indicator_id and l.level = k.level
order by i.pillar_order, k.indicator_id, list_position(['province', 'district', 'commune', 'all'], k.level)
