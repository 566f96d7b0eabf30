-- Điểm tổng hợp của các đơn vị một cấp theo một bộ chỉ số trong một kỳ, đơn vị thiếu số liệu đứng riêng.
--
-- param:  province_code  | text    | province
-- param:  index_id       | text    | short name of the set
-- param:  level          | text    | 'province', 'district' or 'commune'
-- param:  year           | int     | calendar year
-- param:  period         | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: unit_id        | text    | unit
-- column: unit_name      | text    | with prefix
-- column: valid_from     | date    | names the version of the set
-- column: scale          | int     | 100 or 1000
-- column: lines          | bigint  | rows of the set that are for the unit
-- column: line_points    | decimal | their points
-- column: missing        | bigint  | of these rows those without a number
-- column: missing_points | decimal | their points
-- column: outside        | bigint  | rows of the set that are not for the unit, taken out
-- column: outside_points | decimal | their points
-- column: known_score    | double  | sum of what is scored; null = nothing is
-- column: score          | double  | points on the scale; null = something is missing
-- column: rank           | bigint  | 1 = best; null = no number, or fewer than five units have one
-- column: ranked         | bigint  | units with a number
-- unique: unit_id

select s.unit_id, u.name as unit_name, s.valid_from, s.scale, s.lines, s.line_points, s.missing, s.missing_points, s.outside, s.outside_points,
    s.known_score, s.score, s.rank, s.ranked
from index_score as s
join unit as u on u.unit_id = s.unit_id
where s.province_code = $province_code and s.index_id = $index_id and s.level = $level and s.year = $year and s.period = $period
order by s.rank nulls last, s.score desc nulls last, s.missing_points, u.name collate vi, s.unit_id
