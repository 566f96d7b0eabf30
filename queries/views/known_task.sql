-- Mọi nhiệm vụ của các văn bản, kèm tình trạng mới nhất của việc ấy, hạn và chậm bao lâu.
--
-- What a task is, stands in task_by_ledger; here it is held against today.
--   due_on = the last day of the last year. late = that day is over and no document says that the work is finished.
--   days_late = days since due_on. urgency: 1 = late, or not yet begun, or still in preparation; 2 = the others; 3 = finished.
--
-- internal: tasks as pages ask for them
-- from: current_task
-- column: task_id           | text    | our own name of the row
-- column: document          | text    | document that lists it
-- column: document_on       | date    | day by which the document is put in order; null = not in the register
-- column: unit_code         | text    | territory whose document it is
-- column: list              | text    | list within the document
-- column: number            | text    | as printed
-- column: name              | text    | as printed; null = lost with a page of the scan
-- column: outcome           | text    | null = not said, or lost
-- column: lead_agency       | text    | null = not said, or lost
-- column: partner_agencies  | text    | null = not said
-- column: own_lead_agency   | text    | said by the row itself; null = not said, or lost
-- column: start_year        | int     | null = not said
-- column: end_year          | int     | null = not said
-- column: own_start_year    | int     | said by the row itself; null = not said
-- column: own_end_year      | int     | said by the row itself; null = not said
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
-- example: current_task(task_id=A, due_on=2020-12-31, status=null) => late=true, urgency=1
-- example: current_task(task_id=A, due_on=2090-12-31, status=null) => late=false, days_late=null, urgency=2
-- example: current_task(task_id=A, due_on=2020-12-31, status=finished) => late=false, urgency=3
-- example: current_task(task_id=A, status=preparing) => late=false, due_on=null, urgency=1

create view known_task as
select task_id, document, document_on, unit_code, list, number, name, outcome, lead_agency, partner_agencies, own_lead_agency,
    start_year, end_year, own_start_year, own_end_year, years_as_written, amount_as_written, amount_vnd, own_amount_vnd,
    funding_source, locator, damaged, same_as, same_reason, told_from, told_locator, note, status, status_as_written, as_of,
    state_document, state_locator, due_on,
    coalesce(due_on < today_in_vietnam() and status is distinct from 'finished', false) as late,
    case when due_on < today_in_vietnam() and status is distinct from 'finished' then (today_in_vietnam() - due_on)::int end as days_late,
    case when status = 'finished' then 3
        when due_on < today_in_vietnam() or status in ('not_started', 'preparing', 'tendering') then 1 else 2 end::int as urgency
from current_task
