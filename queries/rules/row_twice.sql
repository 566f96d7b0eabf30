-- Hai dòng của tệp nêu cùng một số liệu của cùng một văn bản mà khác nhau.
--
-- Which of them counts is asked, before the other rules look at what is left.
--
-- stage: twice
-- only:  duplicates > 0
-- column: row_number | bigint | row of the file
-- column: rows | text | the rows, joined
-- column: what | text | indicator and unit
-- column: period | text | the period: year and code
-- column: values | text | what they say
-- column: kind | text | 'target' or 'result'
-- column: twins | text | a line for each row: its number, what it says, its day, its note, joined by tabs

select min(c.row_number) as row_number, string_agg(c.row_number::varchar, ' và ' order by c.row_number) as rows,
    any_value(c.indicator_id || ', ' || u.name) as what,
    any_value(c.period || '/' || c.year) as period,
    string_agg(coalesce(c.as_written, 'rút lại'), ' và ' order by c.row_number) as "values", c.kind,
    string_agg(concat_ws(chr(9), c.row_number, replace(coalesce(c.as_written, 'rút lại'), chr(9), ' '), coalesce(strftime(c.as_of, '%d/%m/%Y'), ''),
        replace(replace(coalesce(c.note, ''), chr(9), ' '), chr(10), ' ')), chr(10) order by c.row_number) as twins
from incoming_claim as c
join duplicate_claim as t
    on t.kind = c.kind and t.province_code = c.province_code and t.indicator_id = c.indicator_id and t.unit_id = c.unit_id
    and t.level = c.level and t.year = c.year and t.period = c.period and t.document = c.document and t.locator = coalesce(c.locator, '')
join unit as u on u.unit_id = c.unit_id
group by c.kind, c.province_code, c.indicator_id, c.unit_id, c.level, c.year, c.period, c.document, t.locator
having count(distinct concat_ws('|', c.op, c.low, c.high, c.actual, c.numerator, c.as_of, c.withdrawn, c.note)) > 1
    or bool_or(c.actual is null and c.low is null) and count(distinct coalesce(c.as_written, '')) > 1
order by row_number
