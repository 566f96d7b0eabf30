-- Các mục tiêu chính của một năm cùng kết quả của kỳ được chọn: đạt, chưa đạt, thiếu bao nhiêu, biết bằng cách nào.
--
-- period 'newest': the newest result of the year, whatever its period, else the target alone; 'N': the whole year; else that
-- part of the year. A result of a year without a target of its own stands beside the last one in force (target_year).
-- A target without a result, of a level that ended before its last day, is history: nobody can be asked for it (level_end).
-- The most urgent first: missed in words, missed by the share that is lacking, near, not due, no result, met, stated.
--
-- param:  province_code      | text    | province of the territory
-- param:  unit_id            | text    | territory
-- param:  year               | int     | calendar year
-- param:  period             | text    | 'newest', 'N' or a part of the year
-- param:  level              | text    | a level, or 'any'
-- column: indicator_id       | text    | catalogue id
-- column: indicator_name     | text    | full name
-- column: short_name         | text    | for narrow places
-- column: pillar             | text    | code
-- column: pillar_name        | text    | as on the screen
-- column: pillar_order       | int     | order of the plans' headings
-- column: level              | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure    | text    | '%', 'người' ...
-- column: owner              | text    | who answers for the figure; null = no document names one
-- column: year               | int     | the chosen year
-- column: period             | text    | period of the result; N where there is none
-- column: target_year        | int     | year of the target
-- column: has_target         | boolean | a document sets a target for this very period
-- column: target_op          | text    | null = a milestone
-- column: target_low         | decimal | null = none
-- column: target_high        | decimal | null = none
-- column: required           | decimal | the end that must be reached; null = no number
-- column: lower_is_better    | boolean | the target is met from above
-- column: target_as_written  | text    | short form of the document
-- column: target_document    | text    | number, as it is cited
-- column: target_locator     | text    | null = not given
-- column: has_result         | boolean | there is a result, be it in words
-- column: actual             | decimal | null = none, or in words
-- column: actual_low         | decimal | low end of a span; null otherwise
-- column: actual_high        | decimal | high end of a span; null otherwise
-- column: actual_as_written  | text    | null = none
-- column: actual_qualifier   | text    | exact, about, over, nearly, estimate; null = none, or in words
-- column: basis              | text    | 'measured', 'stated', 'words'; null = no result
-- column: as_of              | date    | stated day, else day of the document; null = no result, or neither is known
-- column: as_of_stated       | boolean | the row states the day itself; null = no result
-- column: actual_document    | text    | as it is cited; null = no result
-- column: actual_locator     | text    | null = not given
-- column: to_date            | decimal | what the result says of its year so far (quarters added where the catalogue says so); null = not known
-- column: comparable         | boolean | the result may be set against the target
-- column: gap                | decimal | actual - required; null where one has no number, or not comparable
-- column: gap_share          | double  | abs(gap) as a share of abs(required); 0 = there; null = no gap, or required is 0
-- column: status             | text    | met, near, missed, not_due, no_result
-- column: mark               | text    | the status as shown: 'stated' for met by a document's word alone
-- column: stated_status      | text    | what the document itself says; null = nothing
-- column: disputed           | boolean | the document calls it otherwise than its figures say
-- column: conflict           | boolean | another claim differs
-- column: target_self_stated | boolean | the unit states the target in force itself; null = no target
-- column: actual_self_stated | boolean | the unit states the result itself; null = not reported
-- column: previous_year      | int     | year of the last result before it of the same kind of period; null = none
-- column: previous_period    | text    | its period; null = none
-- column: previous_actual    | decimal | its value; null = none
-- column: previous_qualifier | text    | its qualifier; null = none
-- column: change             | decimal | actual - previous_actual; null where one is missing
-- unique: indicator_id, level

with chosen as (
    select * from figure_in_force as f
    where province_code = $province_code and unit_id = $unit_id and year = $year and target_year is not null and rank = 'headline'
        and $level in ('any', level) and case when $period = 'newest' then newest_in_year else period = $period end
        and (has_result or has_target)
        and (has_result or not exists (
            select 1 from level_end as e where e.province_code = $province_code and e.level = f.level and e.ended_on <= f.due_end))
)
select c.indicator_id, c.indicator_name, c.short_name, c.pillar, c.pillar_name, c.pillar_order::int as pillar_order, c.level, c.unit_of_measure, i.owner, c.year, c.period,
    c.target_year, c.has_target, c.target_op, c.target_low, c.target_high, c.required, c.lower_is_better, c.target_as_written,
    cited(c.target_document, c.target_self_stated, c.unit_name) as target_document,
    c.target_locator, c.has_result, c.actual, c.actual_low, c.actual_high, c.actual_as_written, c.actual_qualifier, c.basis, c.as_of,
    c.as_of_stated,
    cited(c.actual_document, c.actual_self_stated, c.unit_name) as actual_document,
    c.actual_locator, c.to_date, c.comparable, c.gap, c.gap_share, c.status, c.mark, c.stated_status,
    c.disputed, c.conflict, c.target_self_stated, c.actual_self_stated,
    e.previous_year::int as previous_year, e.previous_period, e.previous_actual, e.previous_qualifier, e.change
from chosen as c
join indicator_catalogue as i on i.indicator_id = c.indicator_id
left join (select * from previous_result where province_code = $province_code and unit_id = $unit_id and year = $year) as e
    on e.indicator_id = c.indicator_id and e.level = c.level and e.period = c.period
order by case c.mark when 'missed' then 1 when 'near' then 2 when 'not_due' then 3 when 'no_result' then 4 when 'met' then 5 else 6 end,
    c.gap is not null, c.gap_share desc nulls first, c.pillar_order, c.indicator_id,
    list_position(['province', 'district', 'commune', 'all'], c.level)
