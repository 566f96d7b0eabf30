-- Điểm tổng hợp của từng đơn vị theo một bộ chỉ số trong một kỳ, thứ hạng, và những gì còn thiếu để tính được điểm.
--
-- The sum of the rows of index_line; where one is missing there is no number: what is missing is said instead. Points that look equal on the
-- screen (two decimals) share a rank; fewer than five units with a number are not ranked; who has no number is not ranked at all.
--
-- internal: an index as one number
-- from: index_line
-- column: index_id       | text    | short name of the set
-- column: level          | text    | 'province', 'district' or 'commune'
-- column: valid_from     | date    | names the version of the set
-- column: province_code  | text    | province of the unit
-- column: year           | int     | calendar year
-- column: period         | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: unit_id        | text    | unit
-- column: scale          | int     | 100 or 1000
-- column: lines          | bigint  | rows of the set that are for the unit
-- column: line_points    | decimal | their points, as the document says
-- column: missing        | bigint  | of these rows those without a number
-- column: missing_points | decimal | their points, as the document says
-- column: outside        | bigint  | rows of the set that are not for the unit, taken out
-- column: outside_points | decimal | their points, as the document says
-- column: known_score    | double  | sum of what is scored, of a scale from which nothing that is missing was taken; null = nothing is scored
-- column: score          | double  | points on the scale; null = something is missing
-- column: rank           | bigint  | 1 = best; null = no number, or fewer than five units have one
-- column: ranked         | bigint  | units with a number
-- unique: index_id, level, province_code, year, period, unit_id
-- example: index_line(line=1, points=50, weight=50, state=scored, score=40) index_line(line=2, points=30, weight=30, state=scored, score=18) index_line(line=3, points=20, weight=20, state=scored, score=0) => score=58, lines=3, missing=0, outside=0, rank=null, ranked=1
-- example: index_line(line=1, points=50, weight=62.5, state=scored, score=50) index_line(line=2, points=30, weight=37.5, state=scored, score=22.5) index_line(line=3, points=20, state=not_applicable) => score=72.5, lines=2, line_points=80, outside=1, outside_points=20, missing=0
-- example: index_line(line=1, points=50, weight=50, state=scored, score=40) index_line(line=2, points=30, weight=30, state=scored, score=18) index_line(line=3, points=20, weight=20, state=missing) => score=null, lines=3, missing=1, missing_points=20, known_score=58, ranked=0
-- example: index_line(line=1, points=100, state=not_applicable) => score=null, lines=0, outside=1
-- example: index_line(unit_id=a, points=100, state=scored, score=50) index_line(unit_id=b, points=100, state=scored, score=70) index_line(unit_id=c, points=100, state=scored, score=70.001) index_line(unit_id=d, points=100, state=scored, score=10) index_line(unit_id=e, points=100, state=scored, score=0) index_line(unit_id=f, points=100, state=missing) => unit_id=a, rank=3, ranked=5
-- example: index_line(unit_id=a, points=100, state=scored, score=50) index_line(unit_id=b, points=100, state=scored, score=70) index_line(unit_id=c, points=100, state=scored, score=70.001) index_line(unit_id=d, points=100, state=scored, score=10) index_line(unit_id=e, points=100, state=scored, score=0) index_line(unit_id=f, points=100, state=missing) => unit_id=b, rank=1
-- example: index_line(unit_id=a, points=100, state=scored, score=50) index_line(unit_id=b, points=100, state=scored, score=70) index_line(unit_id=c, points=100, state=scored, score=70.001) index_line(unit_id=d, points=100, state=scored, score=10) index_line(unit_id=e, points=100, state=scored, score=0) index_line(unit_id=f, points=100, state=missing) => unit_id=f, rank=null, ranked=5

create view index_score as
with summed as (
    select index_id, level, valid_from, province_code, year, period, unit_id, any_value(scale) as scale,
        count(*) filter (where state <> 'not_applicable') as lines,
        coalesce(sum(points) filter (where state <> 'not_applicable'), 0)::decimal(18, 4) as line_points,
        count(*) filter (where state = 'missing') as missing,
        coalesce(sum(points) filter (where state = 'missing'), 0)::decimal(18, 4) as missing_points,
        count(*) filter (where state = 'not_applicable') as outside,
        coalesce(sum(points) filter (where state = 'not_applicable'), 0)::decimal(18, 4) as outside_points,
        sum(score) as known_score
    from index_line
    group by index_id, level, valid_from, province_code, year, period, unit_id
),
scored as (
    select *, case when missing = 0 and lines > 0 then known_score end as score from summed
)
select *,
    case when score is not null and count(score) over whole >= 5
        then rank() over (partition by index_id, level, valid_from, province_code, year, period order by round(score, 2) desc nulls last) end as rank,
    count(score) over whole as ranked
from scored
window whole as (partition by index_id, level, valid_from, province_code, year, period)
