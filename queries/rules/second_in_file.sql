-- Hai dòng của tệp nêu hai số khác nhau của cùng một văn bản, ở hai chỗ.
--
-- At one place ``row_twice`` refuses them; ``second_place`` holds a row against what the store has.
--
-- stage: before
-- only:  repeats > 0
-- column: row_number | bigint | row of the file: the later one
-- column: header     | text   | column of the form
-- column: found      | text   | what the row says
-- column: place      | text   | where the row says it
-- column: other      | text   | the first row that says something else
-- column: before     | text   | what that row says
-- column: stored_at  | text   | where that row says it
-- column: document   | text   | number

with numbered as (
    select *, coalesce(locator, 'không ghi vị trí') as place, concat_ws('–', actual, low, high) as numbers
    from incoming_claim
    where not withdrawn and not unchanged
        and hash(province_code, indicator_id, unit_id, level, year, period, document) in (select mark from repeated_key)
)
select a.row_number, case a.kind when 'target' then 'chi_tieu' else 'ket_qua' end as header, any_value(a.as_written) as found,
    any_value(a.place) as place, min(b.row_number)::varchar as other, arg_min(b.as_written, b.row_number) as before,
    arg_min(b.place, b.row_number) as stored_at, any_value(a.document) as document
from numbered as a
join numbered as b
    on b.kind = a.kind and b.province_code = a.province_code and b.indicator_id = a.indicator_id and b.unit_id = a.unit_id
    and b.level = a.level and b.year = a.year and b.period = a.period and b.document = a.document
    and b.place <> a.place and b.row_number < a.row_number
where case when a.numbers = '' or b.numbers = '' then a.as_written <> b.as_written else a.numbers <> b.numbers end
group by a.row_number, a.kind
order by a.row_number, header
