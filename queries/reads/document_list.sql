-- Các văn bản mà số liệu dẫn ra.
--
-- column: number    | text | the document's number
-- column: kind      | text | kế hoạch, đề án, báo cáo
-- column: title     | text | short title
-- column: issuer    | text | null = the text does not say
-- column: issued_on | date | null = the text does not say
-- column: replaces  | text | null = none
-- column: note      | text | null = nothing to say
-- unique: number

select number, kind, title, issuer, issued_on, replaces, note
from document_register
order by order_on desc, number
