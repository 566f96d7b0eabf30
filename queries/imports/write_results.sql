-- Ghi các kết quả mới của tệp vào sổ cái.
--
-- What the row does not say is kept from the claim it replaces as long as the figure is the same. The rows stand in the ledger's order already.
--
-- writes: result
-- param:  upload_id | bigint | the upload

insert into result by name
select $upload_id as upload_id, row_number, province_code, indicator_id, unit_id, level, year, period, value, low, high,
    coalesce(numerator, case when same_figure then existing.numerator end) as numerator,
    coalesce(denominator, case when same_figure then existing.denominator end) as denominator,
    coalesce(qualifier, case when same_figure then existing.qualifier end, 'exact') as qualifier,
    coalesce(as_of, case when same_figure then existing.as_of end) as as_of,
    case when withdrawn then 'rút lại' else as_written end as as_written,
    coalesce(stated_status, case when same_figure then existing.stated_status end) as stated_status,
    case when not withdrawn then coalesce(basis, case when same_figure then existing.basis end,
        case when coalesce(actual, low, high) is null then 'words' else 'measured' end) end as basis,
    document, locator, withdrawn,
    coalesce(note, case when same_figure then existing.note end) as note
from (select i.*, k.existing, k.existing.actual is not distinct from i.actual and k.existing.as_written is not null and not i.withdrawn as same_figure
      from incoming_claim as i left join existing_claim as k on k.row_number = i.row_number and k.kind = 'result'
      where i.kind = 'result' and not i.unchanged)
