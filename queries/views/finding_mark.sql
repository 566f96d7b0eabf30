-- Chỗ mâu thuẫn nào thì mang dấu ⚑ ở mọi nơi con số được hiện: của một số liệu, nghiêm trọng hoặc cảnh báo.
--
-- The one place that decides it. A claim that repeats its target carries ◐ everywhere and needs no second mark; what is about no single
-- figure is told on its own page. A clash of two indicators marks both. An open one is an alarm, a settled one says by whom and why at the source.
--
-- internal: the marks beside figures
-- from: finding_decided
-- column: province_code  | text    | province of the unit
-- column: unit_id        | text    | territory it is about
-- column: indicator_id   | text    | catalogue id
-- column: level          | text    | whose figure
-- column: year           | int     | year of the figure
-- column: period         | text    | its period
-- column: check_name     | text    | which check found it
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

create view finding_mark as
select province_code, unit_id, indicator_id, level, year, period, check_name, severity, finding_id, is_open, decision, side, reason, author, decided_at, said, other
from (  -- one look at what is decided: to read it twice would plan every check twice
    select * replace (unnest([indicator_id, other_indicator_id]) as indicator_id) from finding_decided)
where severity in ('severe', 'warning') and indicator_id is not null and year is not null and check_name <> 'stated_only'
