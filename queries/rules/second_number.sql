-- Số khác với số đã lưu ở đúng chỗ ấy của một văn bản trong sổ.
--
-- A document says one thing at one place: either the row or the store was copied wrongly. Only numbers, and words where there
-- is no number, are compared; a day or a note that is added asks nothing.
--
-- stage: first
-- only:  known > 0 and registered
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | what the row says
-- column: before     | text   | what the store says
-- column: document   | text   | number
-- column: place      | text   | place in the document
-- column: what       | text   | indicator and unit

with compared as (
    select i.row_number, i.kind, i.document, i.locator, i.as_written, i.indicator_id || ', ' || u.name as what, k.existing.as_written as stored,
        concat_ws('–', i.actual, i.low, i.high) as numbers, concat_ws('–', k.existing.actual, case when k.existing.actual is null then k.existing.low end, k.existing.high) as stored_numbers
    from incoming_claim as i
    join existing_claim as k on k.row_number = i.row_number and k.kind = i.kind and i.locator is not distinct from k.existing.locator
    join unit as u on u.unit_id = i.unit_id
    where not i.unchanged and not i.withdrawn
        and i.document in (select document from cited_document where registered)
        and (i.row_number, i.kind) not in (select row_number, kind from foreign_claim)
)
select row_number, case kind when 'target' then 'chi_tieu' else 'ket_qua' end as header,
    as_written || case when as_written = stored then ' (' || replace(numbers, '.', ',') || ')' else '' end as found,
    stored || case when as_written = stored then ' (' || replace(stored_numbers, '.', ',') || ')' else '' end as before,
    document, coalesce(locator, 'không ghi vị trí') as place, what
from compared
where case when numbers = '' or stored_numbers = '' then as_written <> stored else numbers <> stored_numbers end
order by row_number, header
