-- Tỷ lệ không nằm trong 0–100%.
--
-- stage: before
-- only:  below_zero or above_hundred
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | decimal | what the row says
-- column: unit_of_measure | text | of the indicator
-- column: hint | text | what it may be instead; '' = nothing

select s.row_number, v.header, v.found, s.unit_of_measure,
    case when v.header = 'ket_qua' and v.found > 100 and v.found <= 300
        then ' Nếu đây là phần trăm thực hiện so với kế hoạch thì không phải giá trị của chỉ tiêu: ghi tỷ lệ đạt được.' else '' end as hint
from (
    select row_number, unit_of_measure, low, high, value, span_low, span_high
    from sheet
    where (least(low, high, value, span_low, span_high) < 0 or greatest(low, high, value, span_low, span_high) > 100)
        and indicator_id in (select indicator_id from indicator_catalogue where kind = 'ratio')
) as s
cross join lateral (
    select unnest(['chi_tieu', 'chi_tieu', 'ket_qua', 'ket_qua', 'ket_qua']) as header,
        unnest([s.low, s.high, s.value, s.span_low, s.span_high]) as found
) as v
where v.found not between 0 and 100
order by s.row_number
