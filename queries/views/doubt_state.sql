-- Mọi lần báo số sai với câu trả lời mới nhất.
--
-- internal: doubts as pages show them
-- from: doubt, doubt_answer
-- column: doubt_id      | bigint    | our own number of it
-- column: asked_at      | timestamp | UTC
-- column: asked_by      | text      | account; empty = a visitor
-- column: province_code | text      | province of the unit
-- column: unit_id       | text      | whose figure
-- column: indicator_id  | text      | catalogue id; empty = a task, or a cell of money
-- column: level         | text      | whose figure
-- column: year          | int       | calendar year; 0 = of no single year
-- column: period        | text      | its period
-- column: kind          | text      | 'target', 'result', 'task' or 'money'
-- column: shown         | text      | the figure as the screen showed it then
-- column: trouble       | text      | 'number', 'unit', 'old' or 'other'
-- column: text          | text      | in the words of who asked
-- column: subject       | text      | of a task its own name; of money document and line; null = a figure of an indicator
-- column: verdict       | text      | 'stands', 'corrected', 'passed_on'; null = nobody has answered
-- column: answer        | text      | the sentence; null = nobody has answered
-- column: answered_by   | text      | account; null = nobody has answered
-- column: answered_at   | timestamp | UTC; null = nobody has answered
-- unique: doubt_id
-- example: doubt(doubt_id=1, text=A) doubt_answer(answer_id=1, doubt_id=1, verdict=stands, text=B) doubt_answer(answer_id=2, doubt_id=1, verdict=corrected, text=C) => verdict=corrected, answer=C
-- example: doubt(doubt_id=1, text=A) doubt_answer(answer_id=1, doubt_id=2, verdict=stands, text=B) => verdict=null, answer=null

create view doubt_state as
select d.doubt_id, d.asked_at, d.asked_by, d.province_code, d.unit_id, d.indicator_id, d.level, d.year, d.period, d.kind, d.shown, d.trouble, d.text, d.subject,
    a.verdict, a.text as answer, a.answered_by, a.answered_at
from doubt as d
left join (select * from doubt_answer qualify row_number() over (partition by doubt_id order by answer_id desc) = 1) as a on a.doubt_id = d.doubt_id
