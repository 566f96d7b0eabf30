-- Số hiệu của mọi văn bản trong sổ hoặc đã được số liệu dẫn ra.
--
-- column: document   | text    | number
-- column: registered | boolean | the register holds it
-- column: unit_code  | text    | whose document the register says it is; null = the central government, or not registered
-- unique: document

select document, bool_or(registered) as registered, max(unit_code) as unit_code
from (
    select number as document, true as registered, unit_code from document_register
    union all
    select distinct document, false, null from current_claim
) as named
group by document
order by document
