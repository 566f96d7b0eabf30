-- Cộng các đơn vị của một cấp lên tỉnh, bên cạnh số mà chính tỉnh báo cho cấp đó.
--
-- A share adds up by numerators and denominators, a count or an amount by its numbers; only where the catalogue says how the indicator
-- accumulates, and never for rates, ranks or milestones. Units without what is needed are left out and counted.
--
-- internal: sums of units beside the province's own figure
-- from: current_figure, indicator_catalogue, unit, unit_value
-- column: province_code | text    | province
-- column: indicator_id  | text    | catalogue id
-- column: level         | text    | 'district' or 'commune'
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: units         | bigint  | units of the level at the end of the period
-- column: summed        | bigint  | of these, how many are in the sum
-- column: numerator     | decimal | of a share; null = not a share, or no unit gave one
-- column: denominator   | decimal | of a share; null = not a share, or no unit gave one
-- column: total         | double  | in the indicator's unit; null = not computable
-- column: reason        | text    | why not: 'kind', 'accumulation', 'parts', see unit_value; null = there is a total
-- column: own           | double  | what the province itself reports for the level; null = nothing
-- column: difference    | double  | own minus total; null where one is missing
-- unique: province_code, indicator_id, level, year, period
-- example: unit_value(units_of=then, unit_id=a, actual=50, numerator=50, denominator=100) unit_value(units_of=then, unit_id=b, actual=10, numerator=30, denominator=300) indicator_catalogue(kind=ratio, accumulation=at_date) => total=20, numerator=80, denominator=400, summed=2
-- example: unit_value(units_of=then, unit_id=a, actual=50, numerator=50, denominator=100) unit_value(units_of=then, unit_id=b, actual=10) indicator_catalogue(kind=ratio, accumulation=at_date) => total=50, summed=1
-- example: unit_value(units_of=then, unit_id=a, actual=50) unit_value(units_of=then, unit_id=b, actual=10) indicator_catalogue(kind=ratio, accumulation=at_date) => total=null, reason=parts, summed=0
-- example: unit_value(units_of=then, unit_id=a, actual=50, numerator=50, denominator=100) indicator_catalogue(kind=ratio) => total=null, reason=accumulation
-- example: unit_value(units_of=then, unit_id=a, actual=50) unit_value(units_of=then, unit_id=b, actual=10) indicator_catalogue(kind=rate, accumulation=at_date) => total=null, reason=kind
-- example: unit_value(units_of=then, unit_id=a, actual=10) unit_value(units_of=then, unit_id=b, actual=20) indicator_catalogue(kind=count, accumulation=within_period) => total=30, summed=2

create view level_total as
with gathered as (
    select v.province_code, v.indicator_id, v.level, v.year, v.period, v.period_end, i.kind, i.accumulation, i.unit_of_measure,
        count(*) as numbers, count(*) filter (where v.numerator is not null and v.denominator is not null) as fractions, sum(v.actual) as of_numbers,
        sum(v.numerator) filter (where v.denominator is not null)::decimal(18, 4) as numerator,
        sum(v.denominator) filter (where v.numerator is not null)::decimal(18, 4) as denominator
    from unit_value as v
    join indicator_catalogue as i on i.indicator_id = v.indicator_id
    where v.units_of = 'then'
    group by all
),
explained as (
    select g.*,
        case
            when kind not in ('ratio', 'count', 'money') then 'kind'
            when accumulation is null then 'accumulation'
            when kind = 'ratio' and coalesce(denominator, 0) = 0 then 'parts'
        end as reason,
        (select count(*) from unit as u
         where u.province_code = g.province_code and u.level = g.level and u.valid_from <= g.period_end
             and (u.valid_to is null or u.valid_to > g.period_end)) as units
    from gathered as g
),
totalled as (
    select *, case when kind = 'ratio' then fractions else numbers end as summed,
        case
            when reason is not null then null
            when kind = 'ratio' then case when unit_of_measure = '%' then 100 else 1 end * numerator::double / denominator::double
            else of_numbers
        end as total
    from explained
),
of_province as (
    select f.province_code, f.indicator_id, f.level, f.year, f.period, any_value(f.actual)::double as own
    from current_figure as f
    join unit as u on u.unit_id = f.unit_id and u.level = 'province'
    where f.actual is not null and f.basis <> 'stated'
    group by all
),
beside as (  -- one below the other, not joined: so what is asked of the sum reaches the province's own figures as well
    select province_code, indicator_id, level, year, period, units, summed, case when kind = 'ratio' then numerator end as numerator,
        case when kind = 'ratio' then denominator end as denominator, total, reason, null::double as own, true as summed_up
    from totalled
    union all
    select province_code, indicator_id, level, year, period, null, null, null, null, null, null, own, false
    from of_province
)
select province_code, indicator_id, level, year, period, max(units) as units, max(summed) as summed, max(numerator) as numerator,
    max(denominator) as denominator, max(total) as total, max(reason) as reason, max(own) as own, max(own) - max(total) as difference
from beside
group by province_code, indicator_id, level, year, period
having bool_or(summed_up)
