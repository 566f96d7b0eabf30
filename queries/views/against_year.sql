-- Kết quả của một kỳ trong năm bên cạnh mục tiêu của cả năm.
--
-- gap = result of the period minus the required end of the whole year's target, in the indicator's unit.
--
-- internal: results of a part of a year, which has no target of its own
-- from: figure
-- column: province_code     | text    | province of the unit
-- column: indicator_id      | text    | catalogue id
-- column: unit_id           | text    | unit
-- column: level             | text    | whose figure
-- column: year              | int     | calendar year
-- column: period            | text    | 2T..11T, Q1..Q4, T1..T12
-- column: target_op         | text    | null = a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | the end that must be reached in the year; null = no number
-- column: target_as_written | text    | short form of the document
-- column: target_document   | text    | number, as it is cited
-- column: target_locator    | text    | null = not given
-- column: lower_is_better   | boolean | the target is met from above
-- column: gap               | decimal | null where one of them has no number
-- unique: indicator_id, unit_id, level, year, period
-- example: figure(period=Q2, actual=0, has_result=true) figure(period=N, required=0, has_target=true) => period=Q2, gap=0, required=0
-- example: figure(period=Q2, actual=45, has_result=true) figure(period=N, required=50, has_target=true) => gap=-5
-- example: figure(period=Q2, actual=45, has_result=true) => no row

create view against_year as
select r.province_code, r.indicator_id, r.unit_id, r.level, r.year, r.period, t.target_op, t.target_low, t.target_high, t.required,
    t.target_as_written,
    cited(t.target_document, t.target_self_stated, t.unit_name) as target_document,
    t.target_locator, t.lower_is_better, r.actual - t.required as gap
from figure as r
join figure as t
    on t.province_code = r.province_code and t.unit_id = r.unit_id and t.indicator_id = r.indicator_id and t.level = r.level
    and t.year = r.year and t.period = 'N' and t.has_target
where r.period <> 'N' and r.has_result
