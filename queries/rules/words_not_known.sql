-- Lời văn thay cho con số, mà kho không có đúng lời ấy cho số liệu này.
--
-- stage: before
-- only:  worded
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | what the row says

select i.row_number, case i.kind when 'target' then 'chi_tieu' else 'ket_qua' end as header, i.as_written as found
from incoming_claim as i
join indicator_catalogue as c on c.indicator_id = i.indicator_id
where not i.explicit and not i.unchanged and not i.withdrawn
    and c.kind <> 'milestone'
    and (i.kind = 'target' and i.op is null or i.kind = 'result' and i.actual is null and i.numerator is null)
order by i.row_number
