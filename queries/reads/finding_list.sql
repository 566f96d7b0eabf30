-- Sổ mâu thuẫn của một địa bàn: hai bên nói gì, ở đâu, lệch bao nhiêu; nặng nhất đứng trước.
--
-- param:  province_code  | text    | province of the territory
-- param:  unit_id        | text    | territory
-- column: check_name     | text    | which check found it
-- column: severity       | text    | 'severe', 'warning' or 'note'
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

select check_name, severity, indicator_id, level, year, period, subject, said, document, locator, other, other_document, other_locator, off, unit_of_measure
from finding_row
where province_code = $province_code and unit_id = $unit_id
order by list_position(['severe', 'warning', 'note'], severity), check_name, off desc nulls last, year desc, subject, level, period, document, locator
