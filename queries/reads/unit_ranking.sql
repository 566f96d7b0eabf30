-- Xếp hạng các đơn vị của một cấp theo một chỉ tiêu trong một kỳ, cả đơn vị chưa báo cáo.
--
-- Every unit of the level on the day is a row: ranked where it has a number and at least five units do, otherwise named. On the map of
-- today targets and verdicts stay with the units for which they were set: there are none.
--
-- param:  province_code      | text    | province
-- param:  indicator_id       | text    | catalogue id
-- param:  level              | text    | 'district' or 'commune'
-- param:  year               | int     | calendar year
-- param:  period             | text    | N, 2T..11T, Q1..Q4, T1..T12
-- param:  units_of           | text    | 'then' or 'today', see unit_value
-- param:  on_day             | date    | day whose units are listed: the last one of the period, or today
-- column: unit_id            | text    | unit
-- column: unit_name          | text    | with prefix
-- column: parent_name        | text    | unit above on that day; null = none
-- column: rank               | bigint  | 1 = best; null = no number, or fewer than five units
-- column: ranked             | bigint  | units with a number; null = this one has none
-- column: median             | double  | of all units with a number; null = this one has none
-- column: lowest             | double  | smallest number; null = this unit has none
-- column: highest            | double  | largest number; null = this unit has none
-- column: actual             | double  | in the indicator's unit; null = not reported, in words, or not computable
-- column: parts              | bigint  | units of the period that became this one; null = none of them reported
-- column: known              | bigint  | of these, how many gave a number that counts
-- column: reason             | text    | why the number is approximate or missing, see unit_value; null = nothing to say
-- column: previous_year      | int     | of the unit's period before; null = none
-- column: previous_period    | text    | null = none
-- column: change             | double  | actual minus that of the period before; null = none
-- column: rank_change        | bigint  | places won (above 0) or lost; null = none, or not ranked
-- column: improvement_rank   | bigint  | rank by change; null = none, or fewer than five units have one
-- column: has_result         | boolean | the unit reported, be it in words; null = it did not
-- column: actual_as_written  | text    | short form of the document; null = not reported, or on the map of today
-- column: actual_qualifier   | text    | null = not reported, in words, or on the map of today
-- column: basis              | text    | 'measured', 'stated' or 'words'; null = not reported, or on the map of today
-- column: actual_document    | text    | number, as it is cited; null = not reported, or on the map of today
-- column: unit_of_measure    | text    | '%', 'người' ...
-- column: target_year        | int     | year of the target in force; null = none
-- column: target_op          | text    | null = none
-- column: target_low         | decimal | null = none
-- column: target_high        | decimal | null = none
-- column: required           | decimal | the end that must be reached; null = none
-- column: target_as_written  | text    | null = none
-- column: target_document    | text    | number, as it is cited; null = none
-- column: target_from        | text    | 'own' (the unit's own plan) or 'province' (set for its level); null = no target
-- column: lower_is_better    | boolean | the target is met from above; null = no figure
-- column: gap                | decimal | null = no number, no target, or not comparable
-- column: to_date            | decimal | what the result says of its year so far, which the year's target judges; null = not known, or on the map of today
-- column: mark               | text    | the status as it is shown; null = not reported, or on the map of today
-- column: disputed           | boolean | the document calls it otherwise than its figures say; null = not reported
-- column: as_of              | date    | day of the result; null = not reported, or on the map of today
-- column: as_of_stated       | boolean | the row states that day; null = not reported, or on the map of today
-- unique: unit_id

with listed as (
    select unit_id, name, code, parent_code from unit
    where province_code = $province_code and level = $level and valid_from <= $on_day and (valid_to is null or valid_to > $on_day)
),
figures as (
    select * from figure_in_force
    where province_code = $province_code and indicator_id = $indicator_id and level = $level and year = $year and period = $period
        and $units_of = 'then'
),
own_target as (
    select distinct unit_id, document from current_claim
    where province_code = $province_code and indicator_id = $indicator_id and level = $level and kind = 'target' and not inherited
)
select u.unit_id, u.name as unit_name, p.name as parent_name, s.rank, s.ranked, s.median, s.lowest, s.highest, v.actual, v.parts, v.known, v.reason,
    s.previous_year, s.previous_period, s.change, s.rank_change, s.improvement_rank,
    coalesce(f.has_result, v.unit_id is not null and v.units_of = 'today') as has_result, f.actual_as_written, f.actual_qualifier, f.basis,
    cited(f.actual_document, f.actual_self_stated, f.unit_name) as actual_document, i.unit_of_measure,
    f.target_year, f.target_op, f.target_low, f.target_high, f.required, f.target_as_written,
    cited(f.target_document, f.target_self_stated, f.unit_name) as target_document,
    case when f.target_document is not null then case when o.unit_id is not null then 'own' else 'province' end end as target_from,
    f.lower_is_better, f.gap, f.to_date, f.mark, f.disputed, f.as_of, f.as_of_stated
from listed as u
join indicator_catalogue as i on i.indicator_id = $indicator_id
left join unit as p
    on p.code = u.parent_code and p.valid_from <= $on_day and (p.valid_to is null or p.valid_to > $on_day) and p.level <> 'province'
left join unit_value as v
    on v.unit_id = u.unit_id and v.units_of = $units_of and v.province_code = $province_code and v.indicator_id = $indicator_id
    and v.level = $level and v.year = $year and v.period = $period
left join unit_standing as s
    on s.unit_id = u.unit_id and s.units_of = $units_of and s.province_code = $province_code and s.indicator_id = $indicator_id
    and s.level = $level and s.year = $year and s.period = $period
left join figures as f on f.unit_id = u.unit_id
left join own_target as o on o.unit_id = u.unit_id and o.document = f.target_document
order by s.rank nulls last, v.actual desc nulls last, u.name collate vi, u.unit_id
