-- Điểm của từng đơn vị ở từng dòng của một bộ chỉ số trong một kỳ: tối đa bao nhiêu, kết quả bao nhiêu, được bao nhiêu.
--
-- Every unit of the level on the last day of the period is asked for every row of the set, in every period of which any such unit has a result;
-- of several versions of a set that are in force the newest counts. A set of a province's own document is for that province alone.
--   share  = the part of the points that the result earns. Form 'share': result / full_at, at least 0 and at most 1.
--            Form 'steps', the points of the best step that is reached (where less is better: not exceeded) / points of the row; none = 0.
--   state  = 'not_applicable' (the set says the row is not for the unit), 'missing' (no number, or one that only repeats its target), 'scored'.
--   weight = points of the row on the scale of the set; where rows are not applicable the others are stretched to the whole scale.
--   score  = share * weight. A result of 0 is scored with 0 and never missing.
--
-- internal: an index line by line
-- from: unit_report, index_weight, indicator_catalogue, document_register, unit
-- column: index_id      | text    | short name of the set
-- column: level         | text    | 'province', 'district' or 'commune'
-- column: valid_from    | date    | names the version of the set
-- column: province_code | text    | province of the unit
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: unit_id       | text    | unit
-- column: line          | int     | number of the row
-- column: part          | text    | heading that the row belongs to
-- column: indicator_id  | text    | catalogue id; null = the catalogue has none
-- column: scale         | int     | 100 or 1000
-- column: points        | decimal | most points of the row, as its document says
-- column: form          | text    | 'share' or 'steps'
-- column: full_at       | decimal | share: result with which all points are given; null = by steps
-- column: steps         | text    | steps: 'result:points' joined by '/'; null = not by steps
-- column: actual        | double  | in the indicator's unit; null = no number
-- column: state         | text    | 'scored', 'missing' or 'not_applicable'
-- column: share         | double  | 0 to 1; null = not scored
-- column: weight        | double  | most points of the row where what is not applicable is taken out; null = not applicable
-- column: score         | double  | points that the unit has; null = not scored
-- unique: index_id, level, province_code, year, period, unit_id, line
-- example: index_weight(line=1, indicator_id=a, points=50) index_weight(line=2, indicator_id=b, points=30) index_weight(line=3, indicator_id=c, points=20) indicator_catalogue(indicator_id=a) indicator_catalogue(indicator_id=b) indicator_catalogue(indicator_id=c) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=80) unit_report(indicator_id=b, actual=60) unit_report(indicator_id=c, actual=0) => line=3, state=scored, weight=20, score=0
-- example: index_weight(line=1, indicator_id=a, points=50) index_weight(line=2, indicator_id=b, points=30) index_weight(line=3, indicator_id=c, points=20, not_applicable=xã/phường) indicator_catalogue(indicator_id=a) indicator_catalogue(indicator_id=b) indicator_catalogue(indicator_id=c) unit(valid_from=2016-01-01, kind=phường) unit_report(indicator_id=a, actual=80) unit_report(indicator_id=b, actual=60) => line=1, weight=62.5, score=50
-- example: index_weight(line=1, indicator_id=a, points=50) index_weight(line=2, indicator_id=b, points=30) index_weight(line=3, indicator_id=c, points=20, not_applicable=xã/phường) indicator_catalogue(indicator_id=a) indicator_catalogue(indicator_id=b) indicator_catalogue(indicator_id=c) unit(valid_from=2016-01-01, kind=phường) unit_report(indicator_id=a, actual=80) unit_report(indicator_id=b, actual=60) => line=2, weight=37.5, score=22.5
-- example: index_weight(line=1, indicator_id=a, points=50) index_weight(line=2, indicator_id=b, points=50) indicator_catalogue(indicator_id=a) indicator_catalogue(indicator_id=b) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=80) => line=2, state=missing, actual=null, weight=50, score=null
-- example: index_weight(indicator_id=a, points=100, full_at=80) indicator_catalogue(indicator_id=a) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=60) => score=75
-- example: index_weight(indicator_id=a, points=100, full_at=80) indicator_catalogue(indicator_id=a) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=95) => score=100
-- example: index_weight(indicator_id=a, points=100, form=steps, steps=90:100/70:60/50:20) indicator_catalogue(indicator_id=a) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=70) => score=60
-- example: index_weight(indicator_id=a, points=100, form=steps, steps=90:100/70:60/50:20) indicator_catalogue(indicator_id=a) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=49.99) => score=0, state=scored
-- example: index_weight(indicator_id=a, points=100, form=steps, steps=5:100/10:50) indicator_catalogue(indicator_id=a, direction=lower) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=8) => score=50
-- example: index_weight(indicator_id=a, points=100) indicator_catalogue(indicator_id=a) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=null) => state=missing, actual=null
-- example: index_weight(indicator_id=a, points=100, valid_to=2022-12-31) indicator_catalogue(indicator_id=a) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=80) => no row
-- example: index_weight(indicator_id=a, points=100, document=A) document_register(number=A, owners=42) indicator_catalogue(indicator_id=a) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=80) => score=80
-- example: index_weight(indicator_id=a, points=100, document=A) document_register(number=A, owners=75) indicator_catalogue(indicator_id=a) unit(valid_from=2016-01-01) unit_report(indicator_id=a, actual=80) => no row

create view index_line as
with told as (
    select distinct w.index_id, w.level, w.valid_from, r.province_code, r.year, r.period, r.period_end
    from index_weight as w
    left join document_register as d on d.number = w.document
    join unit_report as r
        on r.indicator_id = w.indicator_id and r.level = w.level and r.period_end >= w.valid_from and (w.valid_to is null or r.period_end < w.valid_to)
        and (d.owners is null or list_contains(string_split(d.owners, ','), r.province_code))
    qualify dense_rank() over (partition by w.index_id, w.level, r.province_code, r.year, r.period order by w.valid_from desc) = 1
),
asked as (
    select t.index_id, t.level, t.valid_from, t.province_code, t.year, t.period, u.unit_id, w.line, w.part, w.indicator_id, w.scale, w.points, w.form,
        case when w.form = 'share' then coalesce(w.full_at, 100) end as full_at, w.steps, i.direction = 'lower' as lower_first,
        coalesce(list_has_any(string_split(w.not_applicable, '/'), [u.kind, u.code]), false) as outside
    from told as t
    join index_weight as w on w.index_id = t.index_id and w.level = t.level and w.valid_from = t.valid_from
    join unit as u
        on u.province_code = t.province_code and u.level = t.level and u.valid_from <= t.period_end and (u.valid_to is null or u.valid_to > t.period_end)
    left join indicator_catalogue as i on i.indicator_id = w.indicator_id
),
judged as (
    select a.*, case when not a.outside then r.actual end as actual,
        case when a.outside then 'not_applicable' when r.actual is null then 'missing' else 'scored' end as state
    from asked as a
    left join unit_report as r
        on r.province_code = a.province_code and r.unit_id = a.unit_id and r.indicator_id = a.indicator_id and r.level = a.level and r.year = a.year
        and r.period = a.period
),
shared as (
    select *,
        case
            when state <> 'scored' then null
            when form = 'steps' then coalesce(list_max(list_transform(
                list_filter(
                    string_split(steps, '/'),
                    lambda step: case when lower_first then actual <= split_part(step, ':', 1)::decimal(18, 4) else actual >= split_part(step, ':', 1)::decimal(18, 4) end
                ),
                lambda step: split_part(step, ':', 2)::decimal(18, 4))), 0)::double / points::double
            else least(greatest(actual::double / full_at::double, 0), 1)
        end as share,
        case when state <> 'not_applicable'
            then scale * points::double / sum(points) filter (where state <> 'not_applicable')
                over (partition by index_id, level, valid_from, province_code, year, period, unit_id)::double
        end as weight
    from judged
)
select index_id, level, valid_from, province_code, year, period, unit_id, line, part, indicator_id, scale, points, form, full_at, steps,
    actual::double as actual, state, share, weight, share * weight as score
from shared
