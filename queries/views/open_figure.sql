-- Mục tiêu cả năm mà chưa có kết quả nào để xét (quá hạn hoặc chưa đến hạn), cùng kết quả mới nhất của chỉ tiêu.
--
-- gap = the newest result of any period minus the required value; gap_share = abs(gap) as a share of abs(required). A claim
-- without a number of its own (stated) has neither. A target for a day by which its level had ended waits for nobody: districts were
-- asked for 2025 and 2030, and there have been none since 2025-07-01.
--
-- from: figure_in_force, newest_result, level_end
-- internal: one row per headline target of a whole year that nothing judges
-- column: province_code     | text    | province of the unit
-- column: indicator_id      | text    | catalogue id
-- column: short_name        | text    | for narrow places
-- column: pillar_name       | text    | as on the screen
-- column: pillar_order      | int     | order of the plans' headings
-- column: unit_id           | text    | unit
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: year              | int     | year of the target
-- column: due_end           | date    | last day by which it was to be reached
-- column: target_op         | text    | null = a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | null = no number
-- column: lower_is_better   | boolean | the target is met from above
-- column: target_as_written | text    | short form of the document
-- column: target_document   | text    | number, as it is cited
-- column: target_locator    | text    | null = not given
-- column: last_year         | int     | year of the newest result; null = never reported
-- column: last_period       | text    | its period; null = never reported
-- column: actual            | decimal | the newest result; null = never, or in words
-- column: actual_as_written | text    | its short form in the document; null = never
-- column: actual_qualifier  | text    | about, over, nearly, estimate, exact; null = never, or in words
-- column: basis             | text    | 'measured', 'stated', 'words'; null = never
-- column: status            | text    | 'no_result' = its last day is over, 'not_due' = it is not
-- column: gap               | decimal | the newest result minus required; null where one is missing, or the result only stated
-- column: gap_share         | double  | abs(gap) as a share of abs(required); null where one is missing, or the result only stated, or required is 0
-- column: lacks             | boolean | the newest result is short of the required value; null where one is missing, or the result only stated
-- column: actual_document   | text    | document of the newest result, as it is cited; null = never
-- column: actual_locator    | text    | null = never, or not given
-- column: as_of             | date    | stated day of the newest result, else day of its document; null = never, or neither is known
-- column: as_of_stated      | boolean | the row states the day itself; null = never
-- unique: indicator_id, unit_id, level, year
-- example: figure_in_force(year=2023, rank=headline, newest_in_year=true, required=70) newest_result(year=2022, actual=45) => gap=-25, lacks=true, last_year=2022, status=no_result
-- example: figure_in_force(year=2023, rank=headline, newest_in_year=true, required=70) => gap=null, last_year=null
-- example: figure_in_force(year=2023, rank=headline, newest_in_year=true, required=70) newest_result(year=2022, actual=50, basis=stated) => gap=null, lacks=null
-- example: figure_in_force(year=2030, rank=headline, newest_in_year=true, required=70, status=not_due) => status=not_due
-- example: figure_in_force(year=2023, rank=headline, newest_in_year=true, required=70, status=met) => no row
-- example: figure_in_force(year=2023, rank=headline, newest_in_year=true, required=70, level=district, due_end=2023-12-31) level_end(level=district, ended_on=2025-07-01) => level=district, status=no_result
-- example: figure_in_force(year=2025, rank=headline, newest_in_year=true, required=70, level=district, due_end=2025-12-31) level_end(level=district, ended_on=2025-07-01) => no row
-- example: figure_in_force(year=2030, rank=headline, newest_in_year=true, required=70, level=district, due_end=2030-12-31, status=not_due) level_end(level=district, ended_on=2025-07-01) => no row
-- example: figure_in_force(year=2025, rank=headline, newest_in_year=true, required=70, level=commune, due_end=2025-12-31) level_end(level=district, ended_on=2025-07-01) => level=commune, status=no_result

create view open_figure as
select f.province_code, f.indicator_id, f.short_name, f.pillar_name, f.pillar_order, f.unit_id, f.level, f.unit_of_measure, f.year, f.due_end,
    f.target_op, f.target_low, f.target_high, f.required, f.lower_is_better, f.target_as_written,
    cited(f.target_document, f.target_self_stated, f.unit_name) as target_document,
    f.target_locator,
    n.year as last_year, n.period as last_period, n.actual, n.actual_as_written, n.actual_qualifier, n.basis, f.status, n.measured - f.required as gap,
    (abs(n.measured - f.required) / nullif(abs(f.required), 0))::double as gap_share,
    case when f.lower_is_better then n.measured > f.required else n.measured < f.required end as lacks,
    n.actual_document, n.actual_locator, n.as_of, n.as_of_stated
from figure_in_force as f
left join (select *, case when basis <> 'stated' then actual end as measured from newest_result) as n
    on n.province_code = f.province_code and n.unit_id = f.unit_id and n.indicator_id = f.indicator_id and n.level = f.level
left join level_end as e on e.province_code = f.province_code and e.level = f.level and e.ended_on <= f.due_end
where e.level is null and f.rank = 'headline' and f.has_target and f.period = 'N' and f.newest_in_year and f.status in ('no_result', 'not_due')
