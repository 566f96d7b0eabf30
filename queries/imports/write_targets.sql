-- Ghi các mục tiêu mới của tệp vào sổ cái.
--
-- param: upload_id | bigint | the upload

insert into target by name
select $upload_id as upload_id, row_number, province_code, indicator_id, unit_id, level, year, period, op, low, high,
    case when withdrawn then 'rút lại' else as_written end as as_written, document, locator, withdrawn,
    coalesce(note, case when known_low is not distinct from low and known_high is not distinct from high then known_note end) as note
from incoming_claim
where kind = 'target' and not unchanged
order by province_code, year, period, indicator_id, unit_id
