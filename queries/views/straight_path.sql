-- Từ kết quả gần nhất đến mục tiêu của một năm sau: mỗi năm cần thêm bao nhiêu.
--
-- A straight line between two points: pace = (required - from_value) / (year - from_year), per year.
-- A target that the last result has surpassed already has no path.
--
-- internal: the path to every later target of a whole year
-- column: province_code | text    | province of the unit
-- column: indicator_id  | text    | catalogue id
-- column: unit_id       | text    | unit
-- column: level         | text    | whose figure
-- column: year          | int     | year of the target
-- column: required      | decimal | value to be reached in that year
-- column: from_year     | int     | year of the last result before it
-- column: from_value    | decimal | that result
-- column: pace          | double  | change needed each year, in the indicator's unit
-- column: expected_now  | double  | height of the line in the current year; null once the target's year is past
-- unique: indicator_id, unit_id, level, year

create view straight_path as
select t.province_code, t.indicator_id, t.unit_id, t.level, t.year, t.required,
    r.year as from_year, r.actual as from_value,
    (t.required - r.actual) / (t.year - r.year)::double as pace,
    case when t.status = 'not_due'
        then r.actual + (t.required - r.actual)
            * least(greatest(year(timezone('Asia/Ho_Chi_Minh', now())) - r.year, 0), t.year - r.year) / (t.year - r.year)::double
    end as expected_now
from figure as t
join current_figure as r
    on r.province_code = t.province_code and r.indicator_id = t.indicator_id and r.unit_id = t.unit_id
    and r.level = t.level and r.period = 'N' and r.actual is not null and r.year < t.year
where t.period = 'N' and t.required is not null and t.status in ('no_result', 'not_due')
    and not (t.lower_is_better and r.actual < t.required or not t.lower_is_better and r.actual > t.required)
qualify row_number() over (
    partition by t.province_code, t.indicator_id, t.unit_id, t.level, t.year order by r.year desc) = 1
