-- Những lần báo số sai về số liệu của một tỉnh và các đơn vị trong tỉnh, chưa trả lời đứng trước.
--
-- param:  province_code | text | the province
-- column: doubt_id      | bigint    | our own number of it
-- column: asked_at      | timestamp | UTC
-- column: asked_by      | text      | account; empty = a visitor
-- column: unit_id       | text      | whose figure
-- column: indicator_id  | text      | catalogue id; empty = a task, or a cell of money
-- column: unit_code     | text      | code of the unit
-- column: unit_name     | text      | with prefix
-- column: short_name    | text      | of the indicator, the task or the line of money
-- column: level         | text      | whose figure
-- column: year          | int       | calendar year; 0 = of no single year
-- column: period        | text      | its period
-- column: kind          | text      | 'target', 'result', 'task' or 'money'
-- column: shown         | text      | the figure as the screen showed it then
-- column: trouble       | text      | 'number', 'unit', 'old' or 'other'
-- column: text          | text      | in the words of who asked
-- column: subject       | text      | of a task its own name; of money document and line; null = a figure of an indicator
-- column: document      | text      | of a task or money: its document; null = a figure of an indicator
-- column: office        | text      | who is in charge of the figure; null = nobody is named
-- column: accounts      | text      | accounts that answer for the office, joined by commas; null = whoever answers for the territory
-- column: verdict       | text      | 'stands', 'corrected', 'passed_on'; null = nobody has answered
-- column: answer        | text      | the sentence; null = nobody has answered
-- column: answered_by   | text      | account; null = nobody has answered
-- column: answered_at   | timestamp | UTC; null = nobody has answered
-- unique: doubt_id

with addressed as (
    select doubt_id, any_value(office) as office, string_agg(account, ',' order by account) as accounts from doubt_office group by doubt_id
)
select d.doubt_id, d.asked_at, d.asked_by, d.unit_id, d.indicator_id, string_split(d.unit_id, '-')[1] as unit_code, u.name as unit_name,
    coalesce(i.short_name, t.name, b.part, 'không còn trong kho') as short_name,
    d.level, d.year, d.period, d.kind, d.shown, d.trouble, d.text, d.subject, coalesce(t.document, b.document) as document, o.office, o.accounts,
    d.verdict, d.answer, d.answered_by, d.answered_at
from doubt_state as d
join unit as u on u.unit_id = d.unit_id
left join addressed as o on o.doubt_id = d.doubt_id
left join indicator_catalogue as i on i.indicator_id = d.indicator_id
left join current_task as t on d.kind = 'task' and t.task_id = d.subject
left join known_budget as b on d.kind = 'money' and d.subject = concat(b.document, '#', b.line)
where d.province_code = $province_code
order by d.verdict is not null, d.doubt_id desc
