-- Điểm tổng hợp của một đơn vị, cộng từng dòng: tối đa bao nhiêu điểm, kết quả bao nhiêu, chấm thế nào, được bao nhiêu.
--
-- param:  province_code   | text    | province of the unit
-- param:  index_id        | text    | short name of the set
-- param:  year            | int     | calendar year
-- param:  period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- param:  unit_id         | text    | the unit, or 'any' for every unit of the province that is asked for
-- column: unit_id         | text    | the unit
-- column: line            | int     | number of the row
-- column: part            | text    | heading that the row belongs to
-- column: indicator_id    | text    | catalogue id; null = the catalogue has none
-- column: indicator_name  | text    | full name; null = the catalogue has none
-- column: unit_of_measure | text    | '%', 'người' ...; null = the catalogue has none
-- column: direction       | text    | 'higher', 'lower', 'none'; null = the catalogue has none
-- column: scale           | int     | 100 or 1000
-- column: points          | decimal | most points, as the document says
-- column: form            | text    | 'share' or 'steps'
-- column: full_at         | decimal | share: result with which all points are given; null = by steps
-- column: steps           | text    | steps: 'result:points' joined by '/'; null = not by steps
-- column: actual          | double  | in the indicator's unit; null = no number
-- column: state           | text    | 'scored', 'missing' or 'not_applicable'
-- column: share           | double  | 0 to 1; null = not scored
-- column: weight          | double  | most points where what is not applicable is taken out; null = not applicable
-- column: score           | double  | points that the unit has; null = not scored
-- unique: unit_id, line

select l.unit_id, l.line, l.part, l.indicator_id, i.name as indicator_name, i.unit_of_measure, i.direction, l.scale, l.points, l.form, l.full_at, l.steps,
    l.actual, l.state, l.share, l.weight, l.score
from index_line as l
left join indicator_catalogue as i on i.indicator_id = l.indicator_id
where l.province_code = $province_code and l.index_id = $index_id and l.year = $year and l.period = $period
    and ($unit_id = 'any' or l.unit_id = $unit_id)
order by l.unit_id, l.line
