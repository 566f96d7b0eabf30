-- Con số nào mang dấu ⚑ ở mọi nơi nó được hiện: có chỗ mâu thuẫn nghiêm trọng hoặc cảnh báo, hoặc bị báo sai mà chưa ai trả lời.
--
-- The one place that decides it. A claim that repeats its target carries ◐ everywhere and needs no second mark; what is about no single
-- figure is told on its own page. A clash of two indicators marks both. What somebody says is wrong
-- is marked until it is answered ('doubted', of a target 'doubted_target'). An open one is an alarm, a settled one says by whom and why at the source.
--
-- internal: the marks beside figures
-- from: doubt_state, finding_decided
-- column: province_code  | text    | province of the unit
-- column: unit_id        | text    | territory it is about
-- column: indicator_id   | text    | catalogue id
-- column: level          | text    | whose figure
-- column: year           | int     | year of the figure
-- column: period         | text    | its period
-- column: check_name     | text    | which check found it; 'doubted' or 'doubted_target' = somebody says that it is wrong
-- column: severity       | text    | 'severe' or 'warning'
-- column: finding_id     | text    | our own name of it
-- column: is_open        | boolean | nothing is decided, or the unit was asked and has not answered
-- column: decision       | text    | 'accept', 'choose' or 'ask'; null = nothing is decided
-- column: side           | text    | of a choice: 'said' or 'other'
-- column: reason         | text    | why; null = nothing decided
-- column: author         | text    | who decided; null = nobody
-- column: decided_at     | timestamp | UTC; null = nothing decided
-- column: said           | text    | one side, as written or counted
-- column: other          | text    | the other side
-- unique: finding_id, indicator_id
-- example: finding_decided(finding_id=F, check_name=conflicting, severity=severe, is_open=true) => finding_id=F, is_open=true
-- example: finding_decided(finding_id=F, check_name=stated_only, severity=warning, is_open=true) => no row
-- example: finding_decided(finding_id=F, check_name=two_names, severity=note, is_open=true) => no row
-- example: finding_decided(finding_id=F, check_name=budget_sum, severity=severe, indicator_id=null, is_open=true) => no row
-- example: finding_decided(finding_id=F, check_name=two_names, severity=warning, other_indicator_id=Y, is_open=true) => finding_id=F, indicator_id=Y
-- example: doubt_state(doubt_id=3, kind=result, verdict=null) => finding_id=doubt-3, check_name=doubted, is_open=true
-- example: doubt_state(doubt_id=3, kind=target, verdict=null) => check_name=doubted_target
-- example: doubt_state(doubt_id=3, kind=result, verdict=stands) => no row
-- example: doubt_state(doubt_id=3, kind=task, verdict=null) => no row

create view finding_mark as
select province_code, unit_id, indicator_id, level, year, period, check_name, severity, finding_id, is_open, decision, side, reason, author, decided_at, said, other
from (  -- one look at what is decided: to read it twice would plan every check twice
    select * replace (unnest([indicator_id, other_indicator_id]) as indicator_id) from finding_decided)
where severity in ('severe', 'warning') and indicator_id is not null and year is not null and check_name <> 'stated_only'
union all
select province_code, unit_id, indicator_id, level, year, period, case kind when 'target' then 'doubted_target' else 'doubted' end, 'warning', concat('doubt-', doubt_id), true,
    null, null, null, null, null, shown, text
from doubt_state
where verdict is null and kind in ('target', 'result')
