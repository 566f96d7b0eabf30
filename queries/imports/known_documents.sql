-- Số hiệu của mọi văn bản trong sổ hoặc đã được số liệu dẫn ra.
--
-- column: document | text | number
-- unique: document

select number as document from document_register
union
select document from current_claim
order by 1
