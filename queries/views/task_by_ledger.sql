-- Mọi nhiệm vụ của các văn bản, kèm tình trạng mới nhất của việc ấy và ngày đến hạn, trước khi so với hôm nay.
--
-- The state is the newest that any document gives of the same work: of the row itself, or of a row that carries it on (same_as).
-- What a row does not say itself is told of the row that it carries on: who leads, years, money; *_from names that row.
--   due_on = the last day of the last year.
--
-- internal: defines the derived table current_task
-- from: planned_task, task_state, live_upload, document_register
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
-- unique: task_id
-- example: live_upload() planned_task(task_id=A, end_year=2020) => status=null, end_year=2020
-- example: live_upload() planned_task(task_id=A) task_state(task_id=A, status=preparing) => due_on=null, end_year=null

create view task_by_ledger as
with task as (
    select t.* from planned_task as t join live_upload as u using (upload_id)
    qualify row_number() over (partition by t.task_id order by t.upload_id desc) = 1
), state as (
    select s.*, coalesce(t.same_as, t.task_id) as work
    from task_state as s join live_upload as u using (upload_id) join task as t using (task_id)
    qualify row_number() over (partition by s.task_id, s.as_of, s.document order by s.upload_id desc) = 1
), newest as (
    select * from state qualify row_number() over (partition by work order by as_of desc, upload_id desc, task_id, document) = 1
), told as (
    select t.*, coalesce(t.lead_agency, o.lead_agency) as known_agency, coalesce(t.start_year, o.start_year) as known_start,
        coalesce(t.end_year, o.end_year) as known_end, coalesce(t.amount_vnd, o.amount_vnd) as known_amount,
        coalesce(t.amount_as_written, o.amount_as_written) as known_written,
        case when t.lead_agency is null and o.lead_agency is not null or t.end_year is null and o.end_year is not null
            or t.amount_vnd is null and o.amount_vnd is not null then o.document end as told_from,
        o.locator as told_locator, make_date(coalesce(t.end_year, o.end_year), 12, 31) as due_on,
        n.status, n.status_as_written, n.as_of, n.document as state_document, n.locator as state_locator
    from task as t
    left join task as o on o.task_id = t.same_as
    left join newest as n on n.work = coalesce(t.same_as, t.task_id)
)
select t.task_id, t.document, d.order_on as document_on, t.unit_code, t.list, t.number, t.name, t.outcome, t.known_agency as lead_agency,
    t.partner_agencies, t.lead_agency as own_lead_agency, t.known_start as start_year, t.known_end as end_year,
    t.start_year as own_start_year, t.end_year as own_end_year, t.years_as_written,
    t.known_written as amount_as_written, t.known_amount as amount_vnd, t.amount_vnd as own_amount_vnd, t.funding_source, t.locator, t.damaged,
    t.same_as, t.same_reason, t.told_from, case when t.told_from is not null then t.told_locator end as told_locator, t.note,
    t.status, t.status_as_written, t.as_of, t.state_document, t.state_locator, t.due_on
from told as t left join document_register as d on d.number = t.document
