-- Con số mới làm trạng thái đổi chiều.
--
-- stage: after
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | text | what the row says
-- column: before | text | status
-- column: after | text | status

select row_number, case kind when 'target' then 'chi_tieu' else 'ket_qua' end as header, coalesce(after_text, 'việc rút số') as found,
    before_status as before, after_status as after
from difference
where change in ('changed', 'withdrawn') and before_status in ('met', 'near', 'missed') and after_status <> before_status
order by row_number
