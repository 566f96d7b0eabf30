-- Kết quả mà điểm tổng hợp của một kỳ cộng từ đó: văn bản và ngày của từng kết quả.
--
-- param:  province_code   | text    | province
-- param:  index_id        | text    | short name of the set
-- param:  level           | text    | 'province', 'district' or 'commune'
-- param:  year            | int     | calendar year
-- param:  period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: unit_id         | text    | unit
-- column: line            | int     | number of the row of the set
-- column: actual_document | text    | number, as it is cited
-- column: as_of           | date    | day of the result
-- column: as_of_stated    | boolean | the row states that day
-- unique: unit_id, line

select l.unit_id, l.line, cited(f.actual_document, f.actual_self_stated, f.unit_name) as actual_document, f.as_of, f.as_of_stated
from index_line as l
join figure_in_force as f
    on f.province_code = l.province_code and f.unit_id = l.unit_id and f.indicator_id = l.indicator_id and f.level = l.level
    and f.year = l.year and f.period = l.period and f.has_result
where l.province_code = $province_code and l.index_id = $index_id and l.level = $level and l.year = $year and l.period = $period
    and l.state = 'scored'
order by l.unit_id, l.line
