-- Mọi chỗ mâu thuẫn với quyết định mới nhất về nó; hai bên đã đổi thì quyết định cũ không còn che nó.
--
-- internal: the register as pages show it
-- from: finding_known, finding_decision_version
-- column: finding_id     | text    | our own name of it, the same as long as it is about the same figures and places; what they say may change
-- column: unit_code      | text    | code of the territory
-- column: clash          | text    | both sides: '94 | 59'
-- column: check_name     | text    | which check found it
-- column: severity       | text    | 'severe', 'warning' or 'note'
-- column: province_code  | text    | province of the unit
-- column: unit_id        | text    | territory it is about
-- column: indicator_id   | text    | catalogue id; null = about no single indicator
-- column: level          | text    | whose figure; null = about no single figure
-- column: year           | int     | null = about no single year
-- column: period         | text    | null = about no single period
-- column: subject        | text    | what it is about, in words
-- column: said           | text    | one side, as written or counted
-- column: document       | text    | where it stands; null = in no document
-- column: locator        | text    | place in it; null = not given
-- column: other          | text    | the other side
-- column: other_document | text    | where that stands; null = counted from the data
-- column: other_locator  | text    | place in it; null = not given
-- column: off            | decimal | how far the sides are apart, in unit_of_measure; null = not in numbers
-- column: unit_of_measure | text    | of off; null = not in numbers
-- column: other_indicator_id | text | the indicator of the other side; null = the same, or none
-- column: decision       | text      | 'accept', 'choose' or 'ask'; null = nothing is decided about what the sides say now
-- column: side           | text      | of a choice: 'said' or 'other'
-- column: reason         | text      | why; null = nothing decided
-- column: author         | text      | who decided; null = nobody
-- column: decided_at     | timestamp | UTC; null = nothing decided
-- column: was            | text      | both sides as an earlier decision saw them, which covers them no longer; null = there is none
-- column: is_open        | boolean   | not accepted and nothing chosen: what was asked stays open until it is answered
-- unique: finding_id
-- example: finding_known(finding_id=F, clash=94 | 59) finding_decision_version(finding_id=F, clash=94 | 59, decision=accept, newest=true, author=an) => decision=accept, author=an, is_open=false, was=null
-- example: finding_known(finding_id=F, clash=94 | 59) finding_decision_version(finding_id=F, clash=94 | 60, decision=accept, newest=true) => decision=null, is_open=true, was=94 | 60
-- example: finding_known(finding_id=F, clash=94 | 59) finding_decision_version(finding_id=F, clash=94 | 59, decision=reopen, newest=true) => decision=null, is_open=true, was=null
-- example: finding_known(finding_id=F, clash=94 | 59) finding_decision_version(finding_id=F, clash=94 | 59, decision=ask, newest=true) => decision=ask, is_open=true
-- example: finding_known(finding_id=F, clash=94 | 59) => decision=null, is_open=true

create view finding_decided as
select k.*,
    case when d.clash = k.clash then d.decision end as decision, case when d.clash = k.clash then d.side end as side,
    case when d.clash = k.clash then d.reason end as reason, case when d.clash = k.clash then d.author end as author,
    case when d.clash = k.clash then d.uploaded_at end as decided_at, case when d.clash <> k.clash then d.clash end as was,
    d.decision is null or d.clash <> k.clash or d.decision not in ('accept', 'choose') as is_open
from finding_known as k
left join finding_decision_version as d on d.finding_id = k.finding_id and d.newest and d.decision <> 'reopen'
