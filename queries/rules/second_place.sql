-- Số khác với số mà chính văn bản ấy, trong sổ, đã nêu ở chỗ khác.
--
-- A document hardly says two numbers of one figure: one of them was copied wrongly, or stands in the wrong column. At the very
-- place of the stored number ``second_number`` asks.
--
-- stage: before
-- only:  new_places and registered
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | what the row says
-- column: place      | text   | where the row says it
-- column: before     | text   | what the store says
-- column: stored_at  | text   | where the document says that
-- column: document   | text   | number

with cited as materialized (
    from incoming_claim
    where places = 0 and not withdrawn and document in (select document from cited_document where registered)
        and (row_number, kind) not in (select row_number, kind from foreign_claim)
),
numbered as (
    select i.row_number, i.kind, i.document, i.locator, i.as_written, c.locator as stored_at, c.as_written as stored,
        concat_ws('–', i.actual, i.low, i.high) as numbers,
        concat_ws('–', c.actual, case when c.actual is null then c.low end, c.high) as stored_numbers
    from cited as i
    join current_claim as c
        on c.kind = i.kind and c.province_code = i.province_code and c.indicator_id = i.indicator_id and c.unit_id = i.unit_id
        and c.level = i.level and c.year = i.year and c.period = i.period and c.document = i.document and not c.inherited
    where c.document in (select document from cited_document where registered)
)
select row_number, case kind when 'target' then 'chi_tieu' else 'ket_qua' end as header, any_value(as_written) as found,
    coalesce(any_value(locator), 'không ghi vị trí') as place, string_agg(distinct stored, '; ' order by stored) as before,
    string_agg(distinct coalesce(stored_at, 'không ghi vị trí'), '; ' order by coalesce(stored_at, 'không ghi vị trí')) as stored_at,
    any_value(document) as document
from numbered
group by row_number, kind
having bool_and(case when numbers = '' or stored_numbers = '' then as_written <> stored else numbers <> stored_numbers end)
order by row_number, header
