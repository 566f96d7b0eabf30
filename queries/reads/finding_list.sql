-- Sổ mâu thuẫn của một địa bàn, hoặc của mọi địa bàn trong một tỉnh: hai bên nói gì, ở đâu, lệch bao nhiêu; nặng nhất đứng trước.
--
-- Pages ask for the whole province at once: planning the question takes as long for one unit, and the next page asks about another.
--
-- param:  province_code  | text    | province of the territory
-- param:  unit_id        | text    | territory, or 'any'
-- column: finding_id     | text    | our own name of it
-- column: unit_code      | text    | code of the territory
-- column: clash          | text    | both sides, as a decision keeps them
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
-- column: decision       | text      | 'accept', 'choose' or 'ask'; null = nothing is decided about what the sides say now
-- column: side           | text      | of a choice: 'said' or 'other'
-- column: reason         | text      | why; null = nothing decided
-- column: author         | text      | who decided; null = nobody
-- column: decided_at     | timestamp | UTC; null = nothing decided
-- column: was            | text      | both sides as an earlier decision saw them, which covers them no longer; null = there is none
-- column: is_open        | boolean   | not accepted and nothing chosen: what was asked stays open until it is answered
-- column: unit_id        | text      | territory it is about

select finding_id, unit_code, clash, check_name, severity, indicator_id, level, year, period, subject, said, document, locator, other, other_document, other_locator, off, unit_of_measure,
    decision, side, reason, author, decided_at, was, is_open, unit_id
from finding_decided
where province_code = $province_code and ($unit_id = 'any' or unit_id = $unit_id)
order by list_position(['severe', 'warning', 'note'], severity), check_name, off desc nulls last, year desc, subject, level, period, document, locator, finding_id
