-- Các đơn vị của một cấp trong một tỉnh gộp lại: bao nhiêu đơn vị có số, trung vị, và tổng tính từ tử số và mẫu số.
--
-- Counted are units of that level with a number of their own (the province's own figure for the level is not one of them).
-- median      = of their numbers; units without one do not count as 0.
-- total       = for shares and rates 100 (or 1) * sum of numerators / sum of denominators; otherwise the sum of the numbers.
-- A share is never the sum or the mean of shares: where one unit with a number gives no fraction, there is no total.
--
-- internal: medians and sums of the units of one level
-- from: current_figure, indicator_catalogue, unit
-- column: province_code    | text    | province
-- column: indicator_id     | text    | catalogue id
-- column: level            | text    | 'district' or 'commune'
-- column: year             | int     | calendar year
-- column: period           | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: units_with_value | bigint  | units that have a number
-- column: median           | double  | in the indicator's unit
-- column: numerator        | decimal | sum; null = some unit with a number gives no fraction
-- column: denominator      | decimal | sum; null = some unit with a number gives no fraction
-- column: total            | double  | in the indicator's unit; null = not computable, or a rank
-- unique: province_code, indicator_id, level, year, period
-- example: indicator_catalogue(kind=ratio) unit(unit_id=a) unit(unit_id=b) current_figure(unit_id=a, actual=50, numerator=50, denominator=100) current_figure(unit_id=b, actual=10, numerator=30, denominator=300) => total=20, numerator=80, denominator=400, units_with_value=2, median=30
-- example: indicator_catalogue(kind=ratio) unit(unit_id=a) unit(unit_id=b) current_figure(unit_id=a, actual=50, numerator=50, denominator=100) current_figure(unit_id=b, actual=10) => total=null, numerator=null, median=30
-- example: indicator_catalogue(kind=ratio) unit(unit_id=a) current_figure(unit_id=a, actual=0, numerator=0, denominator=120) => total=0, numerator=0, denominator=120, median=0
-- example: indicator_catalogue(kind=count, unit_of_measure=người) unit(unit_id=a) unit(unit_id=b) current_figure(unit_id=a, actual=0) current_figure(unit_id=b, actual=7) => total=7, units_with_value=2, median=3.5

create view level_summary as
with of_units as (
    select f.province_code, f.indicator_id, f.level, f.year, f.period, f.actual, f.numerator, f.denominator, i.kind, i.unit_of_measure
    from current_figure as f
    join unit as u on u.unit_id = f.unit_id and u.level = f.level
    join indicator_catalogue as i on i.indicator_id = f.indicator_id
    where f.level in ('district', 'commune') and f.actual is not null
),
summed as (
    select province_code, indicator_id, level, year, period, kind, unit_of_measure, count(*) as units_with_value,
        median(actual::double) as median, sum(actual)::double as of_numbers,
        case when count(numerator) = count(*) and count(denominator) = count(*) then sum(numerator) end::decimal(18, 4) as numerator,
        case when count(numerator) = count(*) and count(denominator) = count(*) then sum(denominator) end::decimal(18, 4) as denominator
    from of_units
    group by all
)
select province_code, indicator_id, level, year, period, units_with_value, median, numerator, denominator,
    case
        when kind in ('ratio', 'rate') or unit_of_measure = '%'
            then case when unit_of_measure = '%' then 100 else 1 end * numerator::double / nullif(denominator, 0)::double
        when kind in ('count', 'money') then of_numbers
    end as total
from summed
