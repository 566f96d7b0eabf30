-- Số hiệu của mọi văn bản trong sổ hoặc đã được số liệu dẫn ra.
--
-- column: document   | text    | number
-- column: registered | boolean | the register holds it
-- column: unit_code  | text    | whose document the register says it is; null = the central government, or not registered
-- column: issued_on | date    | day of the document as the register has it; null = not said, or not registered
-- unique: document

select document, bool_or(registered) as registered, max(unit_code) as unit_code, max(issued_on) as issued_on
from (
    select number as document, true as registered, unit_code, issued_on from document_register
    union all
    select distinct document, false, null, null from current_claim
) as named
group by document
order by document
