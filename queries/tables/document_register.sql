-- Bảng dẫn xuất giữ sẵn: sổ văn bản: số hiệu, cơ quan, ngày, thay thế văn bản nào.
--
-- The view document_register_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (order and names of the documents).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: number    | text | - | the document's number
-- column: kind      | text | - | kế hoạch, đề án, báo cáo
-- column: title     | text | - | short title
-- column: issuer    | text | - | null = the text does not say
-- column: issued_on | date | - | null = the text does not say
-- column: order_on  | date | - | day by which documents are put in order
-- column: unit_code | text | - | territory whose document it is; null = the central government
-- column: replaces  | text | - | number of the document it replaces; null = none
-- column: note      | text | - | null = nothing to say
-- column: owners    | text | - | codes of its unit and of the units above it, a comma before and behind each; null = the central government
-- derived: document_register_by_ledger
-- key: number

create table document_register (
    number varchar not null,
    kind varchar,
    title varchar,
    issuer varchar,
    issued_on date,
    order_on date,
    unit_code varchar,
    replaces varchar,
    note varchar,
    owners varchar
)
