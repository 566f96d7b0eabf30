-- Kết quả mới nhất của một địa bàn có từ ngày nào, theo văn bản nào, và mỗi năm có bao nhiêu kết quả.
--
-- The newest day that a row states, else the day of the newest document that reports a result; one row a year. Beside it the newest period
-- that is over and has a result of which neither is known: it may be newer than that day.
--
-- param:  province_code  | text    | province of the territory
-- param:  unit_id        | text    | territory
-- column: year           | int     | calendar year, ascending; years without results are left out
-- column: results        | int     | results of the year, of whatever period
-- column: newest_day     | date    | of all years: newest stated day or document's day; null = no day is known
-- column: day_stated     | boolean | the row states that day itself; null = no day is known
-- column: document       | text    | document of that day, as it is cited; null = no day is known
-- column: undated_end    | date    | last day of the newest period that is over and has a result without a known day; null = none
-- column: undated_year   | int     | its year; null = none
-- column: undated_period | text    | it; null = none
-- unique: year

with reported as (
    select year, period, period_end, as_of, as_of_stated, cited(actual_document, actual_self_stated, unit_name) as actual_document
    from current_figure
    where province_code = $province_code and unit_id = $unit_id and has_result
),
newest as (
    select as_of, as_of_stated, actual_document
    from reported
    where as_of is not null
    order by as_of desc, as_of_stated desc, actual_document
    limit 1
),
undated as (
    select year::int as undated_year, period as undated_period, period_end as undated_end
    from reported
    where as_of is null and period_end <= today_in_vietnam()
    order by period_end desc, period <> 'N', period
    limit 1
)
select r.year::int as year, count(*)::int as results, any_value(n.as_of) as newest_day, any_value(n.as_of_stated) as day_stated,
    any_value(n.actual_document) as document, any_value(u.undated_end) as undated_end, any_value(u.undated_year) as undated_year,
    any_value(u.undated_period) as undated_period
from reported as r
left join newest as n on true
left join undated as u on true
group by r.year
order by r.year
