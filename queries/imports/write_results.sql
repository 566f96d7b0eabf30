-- Ghi các kết quả mới của tệp vào sổ cái.
--
-- What the row does not say is kept from the claim it replaces as long as the figure is the same.
--
-- param: upload_id | bigint | the upload

insert into result by name
select $upload_id as upload_id, row_number, province_code, indicator_id, unit_id, level, year, period, value, low, high,
    coalesce(numerator, case when same_figure then known_numerator end) as numerator,
    coalesce(denominator, case when same_figure then known_denominator end) as denominator,
    coalesce(qualifier, case when same_figure then known_qualifier end, 'exact') as qualifier,
    coalesce(as_of, case when same_figure then known_as_of end) as as_of,
    case when withdrawn then 'rút lại' else as_written end as as_written,
    coalesce(stated_status, case when same_figure then known_status end) as stated_status,
    document, locator, withdrawn,
    coalesce(note, case when same_figure then known_note end) as note
from (select *, known_actual is not distinct from actual and known_text is not null and not withdrawn as same_figure
      from incoming_claim where kind = 'result' and not unchanged)
order by province_code, year, period, indicator_id, unit_id
