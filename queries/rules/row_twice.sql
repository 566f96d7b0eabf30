-- Hai dòng của tệp nêu cùng một số liệu của cùng một văn bản mà khác nhau.
--
-- stage: before
-- column: row_number | bigint | row of the file
-- column: rows | text | the rows, joined
-- column: what | text | indicator, unit, year, period
-- column: values | text | what they say

select min(row_number) as row_number, string_agg(distinct row_number::varchar, ' và ' order by row_number::varchar) as rows,
    any_value(indicator_id || ', ' || u.name || ', ' || period || '/' || year) as what,
    string_agg(as_written, ' và ' order by row_number) as values
from incoming_claim as c join unit as u on u.unit_id = c.unit_id
group by c.kind, c.province_code, c.indicator_id, c.unit_id, c.level, c.year, c.period, c.document, c.locator
having count(*) > 1 and not bool_and(c.unchanged)
    and (count(distinct concat_ws('|', c.op, c.low, c.high, c.actual, c.numerator, c.as_of, c.withdrawn, c.note)) > 1 or bool_or(c.actual is null and c.low is null))
order by row_number
