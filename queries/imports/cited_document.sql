-- Những văn bản mà các dòng của tệp dẫn, và văn bản nào trong đó có trong sổ.
--
-- makes: cited_document
-- column: document   | text    | number
-- column: registered | boolean | the register holds it

create temp table cited_document as
select document, document in (select number from document_register) as registered
from (select distinct document from sheet where document is not null)
