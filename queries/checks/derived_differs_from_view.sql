-- Bảng dẫn xuất không khớp với định nghĩa của nó.
--
-- Every column of every row counts: the rows of a province and of a span of years are summed up by their hashes, both ways.
-- The slices are given as constants: only those reach the scan through the views' joins.
-- A write has just put these views' rows into the tables: asking them again would compare them with themselves, so this check
-- runs when the whole store is looked at (``Store.check``, ``python -m data check``, the tests), not inside a write.
--
-- severity: stop
-- stage: whole store
-- param:  province      | text | province
-- param:  first         | int  | first year
-- param:  last          | int  | last year
-- column: derived       | text | table
-- column: province_code | text | province
-- column: year          | int  | calendar year
-- column: rows_found    | bigint | rows of the slice in the table, or in the view where the table has none

with claim_is as (
    select year, count(*) as n, sum(hash(t)::hugeint) as sum_of from current_claim as t
    where province_code = $province and year between $first and $last group by year
),
claim_should as (
    select year, count(*) as n, sum(hash(t)::hugeint) as sum_of from claim as t
    where province_code = $province and year between $first and $last group by year
),
figure_is as (
    select year, count(*) as n, sum(hash(t)::hugeint) as sum_of from current_figure as t
    where province_code = $province and year between $first and $last group by year
),
figure_should as (
    select year, count(*) as n, sum(hash(t)::hugeint) as sum_of from figure_facts as t
    where province_code = $province and year between $first and $last group by year
),
count_is as (
    select year, count(*) as n, sum(hash(t)::hugeint) as sum_of from current_count as t
    where province_code = $province and year between $first and $last group by year
),
count_should as (
    select year, count(*) as n, sum(hash(t)::hugeint) as sum_of from report_count as t
    where province_code = $province and year between $first and $last group by year
),
spread_is as (
    select year, count(*) as n, sum(hash(t)::hugeint) as sum_of from current_spread as t
    where province_code = $province and year between $first and $last group by year
),
spread_should as (
    select year, count(*) as n, sum(hash(t)::hugeint) as sum_of from unit_spread as t
    where province_code = $province and year between $first and $last group by year
)
select 'current_claim' as derived, $province as province_code, year::int as year, coalesce(i.n, s.n) as rows_found
from claim_is as i full join claim_should as s using (year)
where i.sum_of is distinct from s.sum_of or i.n is distinct from s.n
union all
select 'current_figure', $province, year::int, coalesce(i.n, s.n)
from figure_is as i full join figure_should as s using (year)
where i.sum_of is distinct from s.sum_of or i.n is distinct from s.n
union all
select 'current_count', $province, year::int, coalesce(i.n, s.n)
from count_is as i full join count_should as s using (year)
where i.sum_of is distinct from s.sum_of or i.n is distinct from s.n
union all
select 'current_spread', $province, year::int, coalesce(i.n, s.n)
from spread_is as i full join spread_should as s using (year)
where i.sum_of is distinct from s.sum_of or i.n is distinct from s.n
order by 1, 2, 3
