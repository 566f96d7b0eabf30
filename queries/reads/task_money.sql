-- Kinh phí mà các danh mục nhiệm vụ của một địa bàn ghi, theo nhóm chỉ tiêu và theo cơ quan chủ trì: bao nhiêu nhiệm vụ, bao nhiêu có số tiền.
--
-- A task stands once: in the pillar of the first indicator that it serves, by the order of the plans' headings. Documents are never added up
-- together, since one carries on the tasks of another.
--
-- param:  unit_id    | text    | territory
-- column: by_what    | text    | 'pillar' or 'agency'
-- column: document   | text    | document that lists the tasks
-- column: name       | text    | pillar, or agency as the document writes it; null = serves no indicator, or no agency is named
-- column: tasks      | bigint  | tasks of the group
-- column: counted    | bigint  | of them with an amount of their own
-- column: amount_vnd | decimal | đồng, what these amounts come to; null = none has one
-- unique: by_what, document, name

with served as (
    select k.task_id, arg_min(c.pillar_name, c.pillar_order) as pillar_name
    from known_link as k join indicator_catalogue as c on c.indicator_id = k.indicator_id
    group by k.task_id
), listed as (
    select t.document, t.own_lead_agency as agency, t.own_amount_vnd as amount, s.pillar_name as pillar
    from current_task as t left join served as s on s.task_id = t.task_id
    where t.unit_code = string_split($unit_id, '-')[1]
), grouped as (
    select 'pillar' as by_what, document, pillar as name, count(*) as tasks, count(amount) as counted, sum(amount)::decimal(18, 0) as amount_vnd
    from listed
    group by document, pillar
    union all
    select 'agency', document, agency, count(*), count(amount), sum(amount)::decimal(18, 0)
    from listed
    group by document, agency
)
select by_what, document, name, tasks, counted, amount_vnd
from grouped
order by by_what, document, name is null, amount_vnd desc nulls last, tasks desc, name
