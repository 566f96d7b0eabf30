-- Những số liệu của một tỉnh và các đơn vị trong tỉnh có chỗ mâu thuẫn: đã xử lý chưa, ai quyết định gì.
--
-- param:  province_code  | text    | the province
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

select unit_id, indicator_id, level, year, period, check_name, severity, finding_id, is_open, decision, side, reason, author, decided_at, said, other
from finding_mark
where province_code = $province_code
order by not is_open, list_position(['severe', 'warning'], severity), finding_id, indicator_id
