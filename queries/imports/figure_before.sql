-- Số liệu của các tỉnh và năm mà tệp chạm tới, và của năm liền trước, như trước khi ghi.
--
-- column: row_number | bigint | not used; a temporary table

create temp table figure_before as
select province_code, indicator_id, unit_id, level, year, period, has_target, required, target_as_written, target_document,
    has_result, actual, actual_as_written, actual_document, basis, status, lower_is_better
from figure
where province_code in (select distinct province_code from sheet)
    and year between (select min(year) - 1 from sheet) and (select max(year) from sheet)
