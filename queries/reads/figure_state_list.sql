-- Từng số liệu của một địa bàn như đang được biết: mục tiêu, kết quả, trạng thái, và lần cập nhật nào đưa vào; để so hai ngày với nhau.
--
-- param:  province_code | text    | province of the unit
-- param:  unit_id       | text    | territory
-- param:  below         | boolean | true = every unit of the province besides
-- column: indicator_id        | text    | catalogue id
-- column: indicator_name      | text    | full name
-- column: short_name          | text    | for narrow places
-- column: pillar_order        | int     | order of the plans' headings
-- column: unit_id             | text    | unit as it was in the period
-- column: unit_name           | text    | with prefix
-- column: unit_until          | date    | first day on which the unit is not there any more; null = it still is
-- column: level               | text    | whose figure
-- column: year                | int     | calendar year
-- column: period              | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end          | date    | last day of the period
-- column: unit_of_measure     | text    | '%', 'người' ...
-- column: lower_is_better     | boolean | the target is met from above
-- column: has_target          | boolean | a document sets a target for this very period
-- column: target_as_written   | text    | of the target in force; null = none
-- column: target_op           | text    | null = no target, or a milestone
-- column: target_low          | decimal | null = none
-- column: target_high         | decimal | null = none
-- column: target_year         | int     | year of the target in force; null = none
-- column: target_document     | text    | null = no target
-- column: target_upload       | bigint  | upload that brought it; null = no target of this very period
-- column: target_withdrawn_by | bigint  | newest upload that withdraws a target of this period; null = none
-- column: has_result          | boolean | somebody reports a result
-- column: actual_as_written   | text    | null = not reported
-- column: actual              | decimal | null = not reported, in words, or a span
-- column: actual_low          | decimal | low end of a result that is a span; null otherwise
-- column: actual_high         | decimal | high end of a result that is a span; null otherwise
-- column: actual_qualifier    | text    | null = not reported, or in words
-- column: basis               | text    | 'measured', 'stated' or 'words'; null = not reported
-- column: actual_document     | text    | null = not reported
-- column: result_upload       | bigint  | upload that brought it; null = not reported
-- column: result_withdrawn_by | bigint  | newest upload that withdraws a result of this period; null = none
-- column: status              | text    | met, near, missed, not_due, no_result, no_target
-- column: mark                | text    | the status as it is shown
-- unique: indicator_id, unit_id, level, year, period

with figure as (
    select * from figure_in_force where province_code = $province_code and ($below or unit_id = $unit_id) and (has_target or has_result)
),
brought as (
    select kind, indicator_id, unit_id, level, year, period, max(upload_id) as upload_id
    from current_claim
    where province_code = $province_code and ($below or unit_id = $unit_id) and chosen
    group by all
),
withdrawn as (
    select kind, indicator_id, unit_id, level, year, period, max(upload_id) as upload_id
    from (
        select 'target' as kind, province_code, indicator_id, unit_id, level, year, period, upload_id from target where withdrawn
        union all
        select 'result', province_code, indicator_id, unit_id, level, year, period, upload_id from result where withdrawn) as gone
    where province_code = $province_code and upload_id in (select upload_id from live_upload)
    group by all
)
select f.indicator_id, f.indicator_name, f.short_name, f.pillar_order::int as pillar_order, f.unit_id, f.unit_name, u.valid_to as unit_until, f.level, f.year, f.period,
    f.period_end, f.unit_of_measure, f.lower_is_better, f.has_target, f.target_as_written, f.target_op, f.target_low, f.target_high, f.target_year,
    cited(f.target_document, f.target_self_stated, f.unit_name) as target_document, t.upload_id as target_upload,
    wt.upload_id as target_withdrawn_by, f.has_result, f.actual_as_written, f.actual, f.actual_low, f.actual_high, f.actual_qualifier, f.basis,
    cited(f.actual_document, f.actual_self_stated, f.unit_name) as actual_document, r.upload_id as result_upload,
    wr.upload_id as result_withdrawn_by, f.status, f.mark
from figure as f
join unit as u on u.unit_id = f.unit_id
left join brought as t on t.kind = 'target' and (t.indicator_id, t.unit_id, t.level, t.year, t.period) = (f.indicator_id, f.unit_id, f.level, f.year, f.period)
left join brought as r on r.kind = 'result' and (r.indicator_id, r.unit_id, r.level, r.year, r.period) = (f.indicator_id, f.unit_id, f.level, f.year, f.period)
left join withdrawn as wt on wt.kind = 'target' and (wt.indicator_id, wt.unit_id, wt.level, wt.year, wt.period) = (f.indicator_id, f.unit_id, f.level, f.year, f.period)
left join withdrawn as wr on wr.kind = 'result' and (wr.indicator_id, wr.unit_id, wr.level, wr.year, wr.period) = (f.indicator_id, f.unit_id, f.level, f.year, f.period)
order by f.pillar_order, f.indicator_id, f.unit_id, f.level, f.year, f.period
