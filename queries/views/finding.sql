-- Sổ mâu thuẫn: chỗ nào số liệu nói trái nhau, nặng nhẹ thế nào, nằm ở văn bản nào.
--
-- published: what the data says against itself
-- from: finding_decided, unit
-- column: check     | text | which check found it
-- column: severity  | text | 'severe', 'warning' or 'note'
-- column: subject   | text | territory, indicator and year, in words
-- column: detail    | text | both sides, as written
-- column: documents | text | numbers of the documents, joined by '; '; null = counted from the data
-- column: locators  | text | places in them, joined by '; '; null = not given
-- column: decision  | text | what was decided, why, by whom and when: 'chấp nhận: … (van-phong, 28/11/2026)'; null = nothing yet
-- column: unit_id      | text | territory it is about
-- column: indicator_id | text | catalogue id; null = about no single indicator
-- column: level        | text | 'province', 'district', 'commune' or 'all'; null = about no single figure
-- column: year         | int  | null = about no single year
-- column: period       | text | null = about no single period
-- column: finding_id   | text | our own name of it, the same as long as it is about the same figures and places

create view finding as
select f.check_name as "check", f.severity, concat_ws(', ', u.name, f.subject, case when f.indicator_id is not null then f.year end) as subject, concat(f.said, ' | ', f.other) as detail,
    nullif(concat_ws('; ', f.document, case when f.other_document is distinct from f.document then f.other_document end), '') as documents,
    nullif(concat_ws('; ', f.locator, case when f.other_locator is distinct from f.locator then f.other_locator end), '') as locators,
    case when f.decision is not null then concat(case f.decision when 'accept' then 'chấp nhận' when 'choose' then concat('chọn “', case f.side when 'said' then f.said else f.other end, '”') when 'ask' then 'hỏi đơn vị' end,
        ': ' || f.reason, ' (' || f.author || ', ' || strftime(f.decided_at + interval 7 hour, '%d/%m/%Y') || ')') end as decision, f.unit_id, f.indicator_id, f.level, f.year, f.period, f.finding_id
from finding_decided as f
join unit as u on u.unit_id = f.unit_id
