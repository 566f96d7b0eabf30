-- Quá hạn, chưa có kết quả: mục tiêu của năm đã qua mà chưa văn bản nào báo cáo kết quả.
--
-- Headline targets of a whole year whose last day is over, without a comparable result of that year.
--
-- param:  province_code    | text    | province of the territory
-- param:  unit_id          | text    | territory
-- column: indicator_id     | text    | catalogue id
-- column: short_name       | text    | for narrow places
-- column: level            | text    | 'province', 'district', 'commune' or 'all'
-- column: unit_of_measure  | text    | '%', 'người' ...
-- column: year             | int     | year of what stands out
-- column: period           | text    | its period
-- column: value            | decimal | newest result; null = never, or in words
-- column: value_as_written | text    | the same as its document writes it; null = none
-- column: qualifier        | text    | about, over, nearly, estimate, exact; null = none, in words, or a target
-- column: document         | text    | number of its document; null = none
-- column: locator          | text    | place in it; null = none, or not given
-- column: other_value      | decimal | the target; null = a milestone
-- column: other_as_written | text    | the same as its document writes it; null = none
-- column: other_qualifier  | text    | null = none, in words, or a target
-- column: other_document   | text    | null = none
-- column: other_year       | int     | its year; null = none
-- column: other_period     | text    | its period; null = none
-- column: about_unit_id    | text    | unit that it is about; null = the territory itself
-- column: about_unit       | text    | its name; null = the territory itself
-- unique: indicator_id, level, year, period

select indicator_id, short_name, level, unit_of_measure, year::int as year, 'N' as period, actual as value, actual_as_written as value_as_written,
    actual_qualifier as qualifier, actual_document as document, actual_locator as locator, required as other_value,
    target_as_written as other_as_written, null::varchar as other_qualifier, target_document as other_document,
    year::int as other_year, 'N' as other_period,
    null::varchar as about_unit_id, null::varchar as about_unit
from open_figure
where province_code = $province_code and unit_id = $unit_id and status = 'no_result'
order by year, pillar_order, indicator_id, list_position(['province', 'district', 'commune', 'all'], level)
