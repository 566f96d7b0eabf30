-- Từng nhiệm vụ và từng ô kinh phí của một địa bàn như đang được biết, và lần cập nhật nào đưa vào; để so hai ngày với nhau.
--
-- param:  province_code   | text    | province of the unit
-- param:  unit_id         | text    | territory
-- param:  below           | boolean | true = every unit of the province besides
-- column: kind            | text    | 'task' or 'money'
-- column: subject         | text    | of a task its own name; of money document and line, as in '424/QĐ-UBND#12'
-- column: document        | text    | document that lists it
-- column: unit_name       | text    | territory whose document it is
-- column: unit_id         | text    | its newest state
-- column: name            | text    | task as printed, or table and row; null = lost with a page of the scan
-- column: year            | int     | of money; null = all years, or a task
-- column: source          | text    | of money; null = a task
-- column: lead_agency     | text    | of a task; null = not said, or money
-- column: start_year      | int     | of a task; null = not said
-- column: end_year        | int     | of a task; null = not said
-- column: amount_vnd      | decimal | đồng; null = words, or not said
-- column: amount_as_written | text  | null = not said
-- column: told_from       | text    | document that says what the row itself does not; null = the row says it, or nobody
-- column: status          | text    | of a task; null = no document says anything
-- column: as_of           | date    | day of the state; null = none
-- column: state_document  | text    | null = none
-- column: late            | boolean | its last year is over and no document says that it is finished; false for money
-- column: upload_id       | bigint  | newest upload that says something of it
-- unique: kind, subject

with own as (
    select code, any_value(unit_id order by valid_from desc) as unit_id, any_value(name order by valid_from desc) as name
    from unit
    where province_code = $province_code and ($below or code = string_split($unit_id, '-')[1])
    group by code
),
said as (
    select task_id, upload_id from planned_task
    union all
    select task_id, upload_id from task_state
),
told as (
    select coalesce(t.same_as, t.task_id) as work, max(s.upload_id) as upload_id
    from said as s join live_upload as l on l.upload_id = s.upload_id join current_task as t on t.task_id = s.task_id
    group by all
)
select 'task' as kind, t.task_id as subject, t.document, o.name as unit_name, o.unit_id, t.name, null::int as year, null::varchar as source, t.lead_agency,
    t.start_year::int as start_year, t.end_year::int as end_year, t.amount_vnd, t.amount_as_written, t.told_from, t.status, t.as_of, t.state_document,
    coalesce(t.due_on < today_in_vietnam() and t.status is distinct from 'finished', false) as late, w.upload_id
from current_task as t
join own as o on o.code = t.unit_code
left join told as w on w.work = coalesce(t.same_as, t.task_id)
union all
select 'money', concat(b.document, '#', b.line), b.document, o.name, o.unit_id, b.part, b.year::int, b.source, null, null, null, b.amount_vnd, b.amount_as_written,
    null, null, null, null, false, (
        select max(l.upload_id) from budget_line as l join live_upload as u on u.upload_id = l.upload_id where l.document = b.document and l.line = b.line)
from known_budget as b
join own as o on o.code = b.unit_code
order by 1, 2
