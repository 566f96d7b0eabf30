-- Mọi điều một văn bản nêu, để đọc bên cạnh bản giấy: ở chỗ nào, ghi thế nào, hiểu là gì, còn tính hay đã được thay.
--
-- param:  province_code | text    | province whose figures are told
-- param:  document      | text    | number of the document
-- column: what          | text    | 'target', 'result', 'task', 'state', 'money' or 'remark'
-- column: line          | text    | name of the line: of a figure upload and row of its file, else our own name
-- column: locator       | text    | place in the document; null = not given
-- column: place         | bigint  | order of the lines of one place, as they were brought
-- column: unit_id       | text    | territory that it is about
-- column: unit_name     | text    | with prefix
-- column: indicator_id  | text    | of a figure, and of a remark that speaks of one indicator; null = none
-- column: subject       | text    | indicator, task, row of the table of money, or kind of remark
-- column: level         | text    | of a figure; null for other things
-- column: year          | int     | null = no year
-- column: period        | text    | of a figure; null for other things
-- column: as_written    | text    | words of the document; null = the cell is blank
-- column: op            | text    | of a target; null = none
-- column: low           | decimal | of a figure: target's low end, a result's number; of money: đồng; null = no number
-- column: high          | decimal | high end; null = none
-- column: qualifier     | text    | of a result; null = in words, or none
-- column: basis         | text    | of a result: 'measured', 'stated' or 'words'; null = none
-- column: unit_of_measure | text  | of the number; null = none
-- column: chosen        | boolean | the claim that the screens show first; true for what is no figure
-- column: standing      | text    | of a figure: 'current', 'superseded', 'conflicting' or 'beside'; null = no figure
-- column: self_stated   | boolean | a unit states it itself
-- column: note          | text    | null = nothing to say
-- unique: what, line

with known_state as (
    select s.*, row_number() over (partition by s.task_id, s.as_of, s.document order by s.upload_id desc) as newest
    from task_state as s join live_upload as u using (upload_id)
    where s.document = $document
)
select c.kind as what, concat_ws('.', c.upload_id, c.row_number) as line, c.locator, c.row_number as place, c.unit_id, u.name as unit_name,
    c.indicator_id, i.name as subject, c.level, c.year::int as year, c.period, c.as_written, c.op, c.low, c.high, c.qualifier, c.basis,
    i.unit_of_measure, c.chosen, c.standing, c.self_stated, c.note
from current_claim as c
join indicator_catalogue as i on i.indicator_id = c.indicator_id
join unit as u on u.unit_id = c.unit_id
where c.province_code = $province_code and c.document = $document and not c.inherited
union all by name
select 'task' as what, t.task_id as line, t.locator, row_number() over (order by t.task_id) as place, o.code as unit_id, o.name as unit_name,
    coalesce(t.name, concat('nhiệm vụ số ', t.number)) as subject, t.end_year as year, t.amount_as_written as as_written,
    t.own_amount_vnd as low, 'đồng' as unit_of_measure, true as chosen, false as self_stated, t.note
from known_task as t
join (select code, name from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as o on o.code = t.unit_code
where t.document = $document
union all by name
select 'state' as what, concat_ws('.', s.task_id, s.as_of) as line, s.locator, row_number() over (order by s.task_id) as place, o.code as unit_id,
    o.name as unit_name, t.name as subject, year(s.as_of)::int as year, s.status_as_written as as_written, true as chosen,
    false as self_stated, s.note
from known_state as s
join known_task as t on t.task_id = s.task_id
join (select code, name from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as o on o.code = t.unit_code
where s.newest = 1
union all by name
select 'money' as what, b.line::varchar as line, b.locator, b.line::bigint as place, o.code as unit_id, o.name as unit_name,
    concat_ws(' · ', b.part, b.source) as subject, b.year, concat_ws(' ', b.amount_as_written, b.unit_as_written) as as_written,
    b.amount_vnd as low, 'đồng' as unit_of_measure, true as chosen, false as self_stated, b.note
from known_budget as b
join (select code, name from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as o on o.code = b.unit_code
where b.document = $document
union all by name
select 'remark' as what, r.remark_id as line, r.locator, row_number() over (order by r.remark_id) as place, r.unit_id, u.name as unit_name,
    r.indicator_id, r.kind as subject, r.text as as_written, true as chosen, false as self_stated
from remark as r
join unit as u on u.unit_id = r.unit_id
where r.document = $document
order by locator nulls last, place, what, level, year, period, indicator_id, line
