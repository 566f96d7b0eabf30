-- Bảng dẫn xuất giữ sẵn: mọi nhiệm vụ của các văn bản, kèm tình trạng mới nhất và ngày đến hạn.
--
-- The view task_by_ledger, kept because nearly every question about tasks reads it and planning that view is what takes the time.
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: task_id           | text    | - | our own name of the row
-- column: document          | text    | - | document that lists it
-- column: document_on       | date    | - | day by which the document is put in order; null = not in the register
-- column: unit_code         | text    | - | territory whose document it is
-- column: list              | text    | - | list within the document
-- column: number            | text    | - | as printed
-- column: name              | text    | - | as printed; null = lost with a page of the scan
-- column: outcome           | text    | - | null = not said, or lost
-- column: lead_agency       | text    | - | null = not said, or lost
-- column: partner_agencies  | text    | - | null = not said
-- column: own_lead_agency   | text    | - | said by the row itself; null = not said, or lost
-- column: start_year        | int     | - | null = not said
-- column: end_year          | int     | - | null = not said
-- column: own_start_year    | int     | - | said by the row itself; null = not said
-- column: own_end_year      | int     | - | said by the row itself; null = not said
-- column: years_as_written  | text    | - | null = only the years of its money are printed
-- column: amount_as_written | text    | - | null = not said
-- column: amount_vnd        | decimal | - | đồng; null = words, or not said
-- column: own_amount_vnd    | decimal | - | đồng, said by the row itself; null = words, or not said
-- column: funding_source    | text    | - | null = not said
-- column: locator           | text    | - | place in the document
-- column: damaged           | boolean | - | the scan has damaged the row
-- column: same_as           | text    | - | row that this one carries on; null = none
-- column: same_reason       | text    | - | null = none
-- column: told_from         | text    | - | document of that row, where it says who leads, when or how much and this row does not; null = this row says it, or nobody
-- column: told_locator      | text    | - | place in it; null = told_from is null
-- column: note              | text    | - | null = nothing to say
-- column: status            | text    | - | not_started, preparing, tendering, running, finished, unclear; null = no document says anything
-- column: status_as_written | text    | - | null = none, or the cell is blank
-- column: as_of             | date    | - | day of the state; null = none
-- column: state_document    | text    | - | null = none
-- column: state_locator     | text    | - | null = none
-- column: due_on            | date    | - | last day of its last year; null = no year is given
-- derived: task_by_ledger
-- key: task_id

create table current_task (
    task_id varchar not null,
    document varchar,
    document_on date,
    unit_code varchar,
    list varchar,
    number varchar,
    name varchar,
    outcome varchar,
    lead_agency varchar,
    partner_agencies varchar,
    own_lead_agency varchar,
    start_year integer,
    end_year integer,
    own_start_year integer,
    own_end_year integer,
    years_as_written varchar,
    amount_as_written varchar,
    amount_vnd decimal(18,0),
    own_amount_vnd decimal(18,0),
    funding_source varchar,
    locator varchar,
    damaged boolean,
    same_as varchar,
    same_reason varchar,
    told_from varchar,
    told_locator varchar,
    note varchar,
    status varchar,
    status_as_written varchar,
    as_of date,
    state_document varchar,
    state_locator varchar,
    due_on date
)
