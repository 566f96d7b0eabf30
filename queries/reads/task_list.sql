-- Mọi nhiệm vụ mà các văn bản của một địa bàn nêu: chậm nhất đứng trước, ai chủ trì, tình trạng mới nhất, bao nhiêu tiền.
--
-- First what is late, not begun or in preparation, by how far it has come; then by days late and by money.
--
-- param:  unit_id           | text    | territory
-- column: task_id           | text    | our own name of the row
-- column: document          | text    | document that lists it
-- column: document_on       | date    | day by which the document is put in order; null = not in the register
-- column: list              | text    | list within the document
-- column: number            | text    | as printed
-- column: name              | text    | as printed; null = lost with a page of the scan
-- column: outcome           | text    | null = not said, or lost
-- column: lead_agency       | text    | null = not said, or lost
-- column: partner_agencies  | text    | null = not said
-- column: start_year        | int     | null = not said
-- column: end_year          | int     | null = not said
-- column: years_as_written  | text    | null = only the years of its money are printed
-- column: amount_as_written | text    | null = not said
-- column: amount_vnd        | decimal | đồng; null = words, or not said
-- column: own_amount_vnd    | decimal | đồng, said by the row itself; null = words, or not said
-- column: funding_source    | text    | null = not said
-- column: locator           | text    | place in the document
-- column: damaged           | boolean | the scan has damaged the row
-- column: same_as           | text    | row that this one carries on; null = none
-- column: same_reason       | text    | null = none
-- column: told_from         | text    | document of that row, where it says who leads, when or how much and this row does not; null = this row says it, or nobody
-- column: told_locator      | text    | place in it; null = told_from is null
-- column: note              | text    | null = nothing to say
-- column: status            | text    | not_started, preparing, tendering, running, finished, unclear; null = no document says anything
-- column: status_as_written | text    | null = none, or the cell is blank
-- column: as_of             | date    | day of the state; null = none
-- column: state_document    | text    | null = none
-- column: state_locator     | text    | null = none
-- column: due_on            | date    | last day of its last year; null = no year is given
-- column: late              | boolean | see above
-- column: days_late         | int     | null = not late
-- column: urgency           | int     | 1 to 3, see above
-- unique: task_id

select
    task_id, document, document_on, list, number, name, outcome, lead_agency, partner_agencies, start_year, end_year, years_as_written, amount_as_written, amount_vnd, own_amount_vnd, funding_source, locator, damaged, same_as, same_reason, told_from, told_locator, note, status, status_as_written, as_of, state_document, state_locator, due_on, late, days_late, urgency
from known_task
where unit_code = string_split($unit_id, '-')[1]
order by urgency, list_position(['not_started', 'preparing', 'tendering', 'running', 'unclear', 'finished'], status) nulls last,
    days_late desc nulls last, amount_vnd desc nulls last, document, list, task_id
