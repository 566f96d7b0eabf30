-- Sổ mâu thuẫn của mọi địa bàn, nặng nhất đứng trước: hai bên nói gì, ở đâu, đã xử lý chưa.
--
-- column: finding_id | text    | our own name of it
-- column: severity   | text    | 'severe', 'warning' or 'note'
-- column: unit_name  | text    | territory
-- column: subject    | text    | what it is about, in words
-- column: year       | int     | null = about no single year
-- column: document   | text    | where the first side stands; null = in no document
-- column: locator    | text    | place in it; null = not given
-- column: said       | text    | one side, as written or counted
-- column: other      | text    | the other side
-- column: is_open    | boolean | nothing is decided, or the unit was asked and has not answered
-- unique: finding_id

select f.finding_id, f.severity, u.name as unit_name, f.subject, case when f.indicator_id is not null then f.year end as year, f.document, f.locator, f.said, f.other, f.is_open
from finding_decided as f join unit as u on u.unit_id = f.unit_id
order by list_position(['severe', 'warning', 'note'], f.severity), not f.is_open, u.name, f.finding_id
