-- Bảng dẫn xuất không khớp với định nghĩa của nó.
--
-- severity: stop
-- param:  since_upload  | bigint | first upload whose provinces and years are compared; 0 = all
-- column: derived       | text   | table
-- column: province_code | text   | province
-- column: year          | int    | calendar year
-- column: rows_found    | int    | rows that only one side has

with slice as (
    select distinct province_code, year from upload_scope where upload_id >= $since_upload
),
differing as (
    (select 'current_claim' as derived, province_code, year, kind, indicator_id, unit_id, level, period, document, locator, low, high, as_written, chosen, standing, row_number
        from current_claim semi join slice using (province_code, year)
        except all
        select 'current_claim', province_code, year, kind, indicator_id, unit_id, level, period, document, locator, low, high, as_written, chosen, standing, row_number
        from claim semi join slice using (province_code, year))
    union all
    (select 'current_claim', province_code, year, kind, indicator_id, unit_id, level, period, document, locator, low, high, as_written, chosen, standing, row_number
        from claim semi join slice using (province_code, year)
        except all
        select 'current_claim', province_code, year, kind, indicator_id, unit_id, level, period, document, locator, low, high, as_written, chosen, standing, row_number
        from current_claim semi join slice using (province_code, year))
),
differing_figures as (
    (select province_code, year, indicator_id, unit_id, level, period, required, actual, target_document, actual_document, conflict, rank
        from current_figure semi join slice using (province_code, year)
        except all
        select province_code, year, indicator_id, unit_id, level, period, required, actual, target_document, actual_document, conflict, rank
        from figure_facts semi join slice using (province_code, year))
    union all
    (select province_code, year, indicator_id, unit_id, level, period, required, actual, target_document, actual_document, conflict, rank
        from figure_facts semi join slice using (province_code, year)
        except all
        select province_code, year, indicator_id, unit_id, level, period, required, actual, target_document, actual_document, conflict, rank
        from current_figure semi join slice using (province_code, year))
)
select derived, province_code, year, count(*)::int as rows_found from differing group by derived, province_code, year
union all
select 'current_figure', province_code, year, count(*)::int from differing_figures group by province_code, year
order by 1, 2, 3
