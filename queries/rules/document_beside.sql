-- Số liệu của một đơn vị mà dẫn văn bản của đơn vị ngang cấp hoặc cấp dưới.
--
-- A document speaks of its own unit and of the units below it, as they were in any period; of a unit that it was made of or became,
-- too. What the document already says of the figure in the store was looked at before.
--
-- stage: before
-- only:  new_places and registered
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | the document
-- column: owner      | text   | whose document it is
-- column: unit       | text   | whose figure

with registered as (  -- hardly any large file cites one
    select number, unit_code from document_register
    where unit_code is not null and number in (select document from cited_document where registered)
),
cited as (
    select distinct i.row_number, i.document, d.unit_code, u.code, u.name
    from incoming_claim as i
    join registered as d on d.number = i.document
    join unit as u on u.unit_id = i.unit_id
    where not i.unchanged and not i.withdrawn and i.places = 0 and u.code <> d.unit_code and u.province_code <> d.unit_code
        and (i.row_number, i.kind) not in (select row_number, kind from foreign_claim)
)
select c.row_number, 'nguon' as header, c.document as found, coalesce(o.name, c.unit_code) as owner, c.name as unit
from cited as c
left join (select code, name from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as o on o.code = c.unit_code
where not exists (from unit as a where a.code = c.code and c.unit_code in (a.parent_code, a.province_code))
    and not exists (
        from unit_lineage as l
        where l.from_code = c.code and l.to_code = c.unit_code or l.from_code = c.unit_code and l.to_code = c.code)
order by c.row_number
