-- Nhiệm vụ, dự án của các văn bản: ai chủ trì, năm nào, bao nhiêu tiền, tình trạng mới nhất.
--
-- published
-- from: known_task
-- column: task_id           | text    | our own name of the row: document, list, number
-- column: document          | text    | number of the document that lists it
-- column: number            | text    | number in its list, as printed
-- column: name              | text    | as printed; null = lost with a page of the scan
-- column: lead_agency       | text    | as printed; null = not said, or lost
-- column: start_year        | int     | null = not said
-- column: end_year          | int     | null = not said
-- column: amount_vnd        | decimal | đồng, of all its years; null = words, or not said
-- column: status            | text    | not_started, preparing, tendering, running, finished, unclear; null = no document says anything
-- column: status_as_written | text    | words of the document that gives the state; null = none, or left blank
-- column: as_of             | date    | day of the state; null = none
-- column: locator           | text    | place of the row in its document
-- unique: task_id

create view task as
select task_id, document, number, name, own_lead_agency as lead_agency, own_start_year as start_year, own_end_year as end_year,
    own_amount_vnd as amount_vnd, status, status_as_written, as_of, locator
from known_task
