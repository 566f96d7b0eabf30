-- Các dòng của phần so sánh, thay đổi trước, giữ nguyên sau.
--
-- param:  most           | bigint  | how many rows at most
-- column: row_number     | bigint  | row of the file
-- column: kind           | text    | 'target' or 'result'
-- column: indicator_id   | text    | catalogue id
-- column: indicator_name | text    | short name
-- column: unit_id        | text    | unit as it was in the period
-- column: unit_name      | text    | with prefix
-- column: level          | text    | whose figure
-- column: year           | int     | calendar year
-- column: period         | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: document       | text    | number
-- column: locator        | text    | null = not given
-- column: change         | text    | new, changed, restated, beside, withdrawn, unchanged
-- column: before_text    | text    | as written; null = nothing was shown
-- column: after_text     | text    | as written; null = withdrawn
-- column: before_value   | decimal | null = none
-- column: after_value    | decimal | null = none
-- column: unit_of_measure | text   | of the indicator
-- column: before_status  | text    | null = no figure before
-- column: after_status   | text    | null = no figure after
-- column: others         | text    | what other documents say against it; null = nothing
-- column: last_value     | decimal | newest result with a number before this period, one of the same kind of period first, of at most three years before; null = none, or a target
-- column: last_year      | int     | its year; null = none
-- column: last_period    | text    | its period; null = none
-- column: last_change    | decimal | after_value - last_value; null = one of them is missing, or two kinds of periods say different things
-- column: qualifier      | text    | of the new result: about, over, nearly, estimate; null = exact, or not said

with every_one as (
    select row_number, kind, change, before_status, others from difference
    union all
    (select i.row_number, i.kind, 'new', null, null
     from incoming_claim as i
     anti join difference as d on d.row_number = i.row_number and d.kind = i.kind
     order by i.row_number, i.kind desc
     limit $most)
),
first_ones as materialized (
    select * from every_one
    order by list_position(['changed', 'withdrawn', 'new', 'restated', 'beside', 'unchanged'], change), row_number, kind desc
    limit $most
),
their_claims as materialized (
    select * from incoming_claim where (row_number, kind) in (select row_number, kind from first_ones)
),
every_figure as (
    select province_code, indicator_id, unit_id, level, year, period, status from figure
    union all by name
    (select range::varchar as province_code, range::varchar as indicator_id, range::varchar as unit_id, range::varchar as level,
        range::smallint as year, range::varchar as period
     from range(1000000) limit (select 0))  -- no row: the planner takes what this transaction wrote for none, see ``sheet``
),
after as materialized (
    select c.row_number, c.kind, a.status
    from their_claims as c
    join every_figure as a
        on a.province_code = c.province_code and a.indicator_id = c.indicator_id and a.unit_id = c.unit_id
        and a.level = c.level and a.year = c.year and a.period = c.period
),
every_result as (
    select province_code, indicator_id, unit_id, level, year, period, period_end, actual, basis, accumulation from current_figure
    union all by name
    (select range::varchar as province_code, range::varchar as indicator_id, range::varchar as unit_id, range::varchar as level,
        range::smallint as year, range::varchar as period, make_date(range::int) as period_end, range::decimal(18, 4) as actual, range::varchar as basis
     from range(1000000) limit (select 0))
),
last_result as (
    select c.row_number, f.actual, f.year, f.period,
        kind_of_period(f.period) = kind_of_period(c.period) or f.accumulation = 'at_date' as comparable
    from their_claims as c
    join every_result as f
        on f.province_code = c.province_code and f.indicator_id = c.indicator_id and f.unit_id = c.unit_id and f.level = c.level
        and f.period_end < c.period_end and f.year >= c.year - 3 and f.actual is not null and f.basis <> 'stated'
    where c.kind = 'result'
    qualify row_number() over (
        partition by c.row_number
        order by (kind_of_period(f.period) = kind_of_period(c.period)) desc, f.period_end desc, f.period) = 1
)
select d.row_number, d.kind, c.indicator_id, i.short_name as indicator_name, c.unit_id, u.name as unit_name, c.level, c.year, c.period, c.document, c.locator,
    d.change,
    case when d.kind = 'target' then b.target_as_written else b.actual_as_written end as before_text,
    case when not c.withdrawn then c.as_written end as after_text,
    case when d.kind = 'target' then b.required else b.actual end as before_value,
    case when not c.withdrawn then case when d.kind = 'target' then coalesce(c.low, c.high) else c.actual end end as after_value,
    c.unit_of_measure, d.before_status, a.status as after_status, d.others,
    p.actual as last_value, p.year::int as last_year, p.period as last_period,
    case when p.comparable and not c.withdrawn then c.actual - p.actual end as last_change,
    case when not c.withdrawn then nullif(c.qualifier, 'exact') end as qualifier
from first_ones as d
join their_claims as c on c.row_number = d.row_number and c.kind = d.kind
join indicator_catalogue as i on i.indicator_id = c.indicator_id
join unit as u on u.unit_id = c.unit_id
left join figure_before as b
    on b.province_code = c.province_code and b.indicator_id = c.indicator_id and b.unit_id = c.unit_id
    and b.level = c.level and b.year = c.year and b.period = c.period
left join after as a on a.row_number = d.row_number and a.kind = d.kind
left join last_result as p on p.row_number = d.row_number and d.kind = 'result'
order by list_position(['changed', 'withdrawn', 'new', 'restated', 'beside', 'unchanged'], d.change), d.row_number, d.kind desc
