-- Con số mới làm trạng thái đổi chiều.
--
-- stage: after
-- only:  replaced and turned
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | text | what the row says
-- column: before | text | status
-- column: after | text | status

select d.row_number, case d.kind when 'target' then 'chi_tieu' else 'ket_qua' end as header,
    case when i.withdrawn then 'việc rút số' else i.as_written end as found, d.before_status as before, d.after_status as after
from difference as d
join incoming_claim as i on i.row_number = d.row_number and i.kind = d.kind
where d.change in ('changed', 'withdrawn') and d.before_status in ('met', 'near', 'missed') and d.after_status <> d.before_status
order by d.row_number
