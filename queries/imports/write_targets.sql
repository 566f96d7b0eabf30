-- Ghi các mục tiêu mới của tệp vào sổ cái.
--
-- The rows stand in the ledger's order already, see ``sheet``.
--
-- writes: target
-- param:  upload_id | bigint | the upload

insert into target by name
select $upload_id as upload_id, i.row_number, i.province_code, i.indicator_id, i.unit_id, i.level, i.year, i.period, i.op, i.low, i.high,
    case when i.withdrawn then 'rút lại' else i.as_written end as as_written, i.document, i.locator, i.withdrawn,
    coalesce(i.note, case when k.existing.low is not distinct from i.low and k.existing.high is not distinct from i.high then k.existing.note end) as note
from incoming_claim as i
left join existing_claim as k on k.row_number = i.row_number and k.kind = 'target'
where i.kind = 'target' and not i.unchanged
