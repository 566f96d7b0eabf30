-- Sổ mâu thuẫn của các địa bàn một tỉnh, nặng nhất đứng trước: hai bên nói gì, ở đâu, đã xử lý chưa; chỉ những dòng đầu.
--
-- A province at a time: the checks of a large store at once would want more memory than it has.
--
-- param:  province_code | text | province of the territories
-- param:  most          | int  | rows that are wanted
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
-- column: every      | bigint  | findings of the province, those that are not listed as well
-- column: severe     | bigint  | grave ones of them that nobody has settled
-- unique: finding_id

select f.finding_id, f.severity, u.name as unit_name, f.subject, case when f.indicator_id is not null then f.year end as year, f.document, f.locator, f.said, f.other, f.is_open,
    count(*) over () as every, count(*) filter (where f.severity = 'severe' and f.is_open) over () as severe
from finding_decided as f join unit as u on u.unit_id = f.unit_id
where f.province_code = $province_code
order by list_position(['severe', 'warning', 'note'], f.severity), not f.is_open, u.name, f.finding_id
limit $most
