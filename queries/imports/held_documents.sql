-- Sổ văn bản, giữ sẵn một lần cho mọi quy tắc xét một tệp.
--
-- Stands in for the view of that name until the cursor is closed: some seventy statements read it, and planning them is what takes the time.
--
-- makes: document_register
-- column: number    | text | the document's number
-- column: kind      | text | kế hoạch, đề án, báo cáo
-- column: title     | text | short title
-- column: issuer    | text | null = the text does not say
-- column: issued_on | date | null = the text does not say
-- column: order_on  | date | day by which documents are put in order
-- column: unit_code | text | territory whose document it is; null = the central government
-- column: replaces  | text | number of the document it replaces; null = none
-- column: note      | text | null = nothing to say
-- column: owners    | text | codes of its unit and of the units above it, a comma before and behind each; null = the central government

create or replace temp table document_register as
select number, kind, title, issuer, issued_on, order_on, unit_code, replaces, note, owners
from main.document_register
