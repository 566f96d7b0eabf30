-- Dòng của tệp dẫn một văn bản trong sổ mà người nạp không được nêu thay.
--
-- Who is in charge of a document's unit, or of one above it, may say what it says. What the central government issued may be
-- cited by who is in charge of the whole province.
--
-- makes: foreign_claim
-- column: row_number | bigint | row of the file, as Excel counts
-- column: kind       | text   | 'target' or 'result'
-- column: document   | text   | number
-- column: owner      | text   | whose document it is

create temp table foreign_claim as
with foreign_document as (  -- asked once a document, not for every row
    select d.number, coalesce(u.name, case when d.unit_code is null then 'trung ương' else d.unit_code end) as owner,
        case when d.unit_code is null then (select list(territory) from bringer) else [] end as provinces  -- whose bringer may cite it
    from document_register as d
    left join (select code, name from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as u on u.code = d.unit_code
    where d.number in (select document from cited_document where registered) and not exists (
        select 1 from bringer as b where b.territory = '*' or contains(d.owners, concat(',', b.territory, ',')))
)
select i.row_number, i.kind, i.document, d.owner
from incoming_claim as i
join foreign_document as d on d.number = i.document and not list_contains(d.provinces, i.province_code)
