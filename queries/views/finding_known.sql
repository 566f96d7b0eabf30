-- Mọi chỗ mâu thuẫn với mã của nó: cùng một chỗ thì mã không đổi khi tính lại.
--
-- The name is told by the check, the territory, the figure, the documents and the places, never by what the sides say: a decision covers both sides as
-- they stood, and is found again when they have changed. Counts and years inside the subject are what a finding says, not what it is about.
--
-- Places are told apart within a province: who asks for one reads the figures of that one alone.
--
-- internal: what finding publishes, and what a decision is about
-- from: finding_row, unit
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
-- unique: finding_id
-- example: finding_row(check_name=conflicting, subject=A, said=94, other=59) unit(unit_id=42) => clash=94 | 59, unit_code=42

create view finding_known as
with named as (
    select concat(f.check_name, '-', left(md5(concat_ws('|', u.code, f.indicator_id, coalesce(f.level, ''),
        case when f.indicator_id is not null then concat(f.year, f.period) else regexp_replace(f.subject, ': [0-9]+ .*$|; lệch ở năm .*$|^[0-9]+ trong [0-9]+ ', '') end,
        coalesce(f.document, ''), coalesce(f.locator, ''), coalesce(f.other_document, ''), coalesce(f.other_locator, ''))), 8)) as stem,
        u.code as unit_code, concat(f.said, ' | ', f.other) as clash, f.*
    from finding_row as f
    join unit as u on u.unit_id = f.unit_id
)
select stem || case when place > 1 then '-' || place else '' end as finding_id, * exclude (stem, place)
from (select *, row_number() over (partition by province_code, stem order by clash, subject, year, period, off, other_indicator_id) as place from named)
