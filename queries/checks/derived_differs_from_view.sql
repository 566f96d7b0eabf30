-- Bảng dẫn xuất không khớp với định nghĩa của nó.
--
-- Every column of every row is compared, both ways.
--
-- severity: stop
-- param:  since_upload  | bigint | first upload whose provinces and years are compared; 0 = all
-- column: derived       | text   | table
-- column: province_code | text   | province
-- column: year          | int    | calendar year
-- column: rows_found    | int    | rows that only one side has

with slice as (
    select distinct province_code, year from upload_scope where upload_id >= $since_upload
    union
    select distinct province_code, year from current_claim where $since_upload = 0
    union
    select distinct province_code, year from current_figure where $since_upload = 0
),
claim_is as (select * from current_claim semi join slice using (province_code, year)),
claim_should as (select * from claim semi join slice using (province_code, year)),
figure_is as (select * from current_figure semi join slice using (province_code, year)),
figure_should as (select * from figure_facts semi join slice using (province_code, year)),
differing_claims as (
    (select * from claim_is except all select * from claim_should)
    union all
    (select * from claim_should except all select * from claim_is)
),
differing_figures as (
    (select * from figure_is except all select * from figure_should)
    union all
    (select * from figure_should except all select * from figure_is)
)
select 'current_claim' as derived, province_code, year, count(*)::int as rows_found from differing_claims group by province_code, year
union all
select 'current_figure', province_code, year, count(*)::int from differing_figures group by province_code, year
order by 1, 2, 3
