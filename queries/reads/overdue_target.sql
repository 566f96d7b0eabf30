-- Mục tiêu đã quá hạn mà chưa có kết quả: quá hạn từ bao giờ, kết quả gần nhất là bao nhiêu.
--
-- The oldest due date first, then the farthest from its target. A target that a later one of the same level has replaced
-- stays in the list: nobody has told whether it was met.
--
-- param:  province_code     | text    | province of the territory
-- param:  unit_id           | text    | territory
-- param:  level             | text    | a level, or 'any'
-- column: indicator_id      | text    | catalogue id
-- column: short_name        | text    | for narrow places
-- column: pillar_name       | text    | as on the screen
-- column: level             | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: owner             | text    | who answers for the figure; null = no document names one
-- column: year              | int     | year of the target
-- column: due_end           | date    | last day by which it was to be reached
-- column: target_op         | text    | null = a milestone
-- column: target_low        | decimal | null = none
-- column: target_high       | decimal | null = none
-- column: required          | decimal | null = no number
-- column: lower_is_better   | boolean | the target is met from above
-- column: target_as_written | text    | short form of the document
-- column: target_document   | text    | number
-- column: target_locator    | text    | null = not given
-- column: last_year         | int     | year of the newest result; null = never reported
-- column: last_period       | text    | its period
-- column: actual            | decimal | the newest result; null = never, or in words
-- column: actual_as_written | text    | its short form in the document; null = never
-- column: actual_qualifier  | text    | about, over, nearly, estimate, exact; null = never, or in words
-- column: basis             | text    | 'measured', 'stated', 'words'; null = never
-- column: gap               | decimal | the newest result minus required; null where one is missing, or the result only stated
-- column: actual_document   | text    | document of the newest result; null = never
-- column: actual_locator    | text    | null = never, or not given
-- column: as_of             | date    | stated day of the newest result, else day of its document; null = never, or neither is known
-- column: as_of_stated      | boolean | the row states the day itself; null = never
-- unique: indicator_id, level, year

select f.indicator_id, f.short_name, f.pillar_name, f.level, f.unit_of_measure, i.owner, f.year, f.due_end, f.target_op, f.target_low,
    f.target_high, f.required, f.lower_is_better, f.target_as_written, f.target_document, f.target_locator,
    f.last_year, f.last_period, f.actual, f.actual_as_written, f.actual_qualifier, f.basis, f.gap,
    f.actual_document, f.actual_locator, f.as_of, f.as_of_stated
from open_figure as f
join indicator_catalogue as i on i.indicator_id = f.indicator_id
where f.province_code = $province_code and f.unit_id = $unit_id and $level in ('any', f.level) and f.status = 'no_result'
order by f.due_end, f.gap_share desc nulls last, f.pillar_order, f.indicator_id,
    list_position(['province', 'district', 'commune', 'all'], f.level)
