-- Sổ văn bản của một địa bàn: số hiệu, ai ban hành, ngày nào, thay thế văn bản nào, và mỗi văn bản cho bao nhiêu số liệu.
--
-- Of a province: documents of its own and of its units, those of the central government, and names that a figure cites though no register
-- has them; all their figures count. Of a unit: its own documents and those with figures of it; only these figures count.
-- A target that is passed on to units is counted once, where it was set.
--
-- param:  province_code | text   | province of the territory
-- param:  unit_id       | text   | territory; the code of a province for the whole of it
-- column: number        | text   | the document's number
-- column: kind          | text   | kế hoạch, đề án, báo cáo; null = not in the register
-- column: title         | text   | short title; null = not in the register
-- column: issuer        | text   | null = the text does not say
-- column: issued_on     | date   | null = the text does not say
-- column: order_on      | date   | day by which documents are put in order; null = not in the register
-- column: unit_name     | text   | territory whose document it is; null = the central government, or not in the register
-- column: unit_code     | text   | code of that territory; null = the central government, or not in the register
-- column: replaces      | text   | number of the document it replaces; null = none
-- column: replaced_by   | text   | number of the document that replaces it; null = none
-- column: note          | text   | null = nothing to say
-- column: targets       | bigint | targets of the territory that it states
-- column: results       | bigint | results of the territory that it states
-- column: in_force      | bigint | of both, those that the screens show first
-- column: units         | bigint | territories that they are about
-- column: tasks         | bigint | tasks that it lists
-- column: states        | bigint | states of tasks that it tells
-- column: cells         | bigint | cells of money that it prints
-- column: remarks       | bigint | remarks that it makes
-- column: self_stated   | bigint | figures that units state themselves with it
-- unique: number

with asked as (
    select string_split($unit_id, '-')[1] as code, string_split($unit_id, '-')[1] = $province_code as whole
),
figure_count as (
    select document as number, count(*) filter (where kind = 'target') as targets, count(*) filter (where kind = 'result') as results,
        count(*) filter (where chosen) as in_force, count(distinct unit_id) as units, count(*) filter (where self_stated) as self_stated
    from current_claim
    where province_code = $province_code and not inherited and (unit_id = $unit_id or (select whole from asked))
    group by document
),
task_count as (select document as number, count(*) as tasks from current_task group by document),
state_count as (
    select document as number, count(*) as states
    from (
        select s.task_id, s.as_of, s.document from task_state as s join live_upload as u using (upload_id)
        group by s.task_id, s.as_of, s.document)
    group by document
),
cell_count as (select document as number, count(*) as cells from known_budget group by document),
remark_count as (select document as number, count(*) as remarks from remark where document is not null group by document),
registered as (
    select number, kind, title, issuer, issued_on, order_on, unit_code, replaces, note
    from document_register
    where case when (select whole from asked) then owners is null or contains(owners, concat(',', $province_code, ','))
        else unit_code = (select code from asked) or number in (select number from figure_count) end
    union all by name
    select number from figure_count where number not in (select number from document_register)
),
named as (
    select code, name as unit_name from unit
    qualify row_number() over (partition by code order by valid_from desc) = 1
),
later as (select replaces as number, max_by(number, order_on) as replaced_by from document_register where replaces is not null group by replaces)
select d.number, d.kind, d.title, d.issuer, d.issued_on, d.order_on, n.unit_name, d.unit_code, d.replaces, l.replaced_by, d.note,
    coalesce(f.targets, 0) as targets, coalesce(f.results, 0) as results, coalesce(f.in_force, 0) as in_force, coalesce(f.units, 0) as units,
    coalesce(t.tasks, 0) as tasks, coalesce(s.states, 0) as states, coalesce(c.cells, 0) as cells, coalesce(r.remarks, 0) as remarks,
    coalesce(f.self_stated, 0) as self_stated
from registered as d
left join named as n on n.code = d.unit_code
left join later as l on l.number = d.number
left join figure_count as f on f.number = d.number
left join task_count as t on t.number = d.number
left join state_count as s on s.number = d.number
left join cell_count as c on c.number = d.number
left join remark_count as r on r.number = d.number
order by d.order_on desc nulls last, d.number
