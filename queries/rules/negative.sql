-- Số âm ở chỉ tiêu đếm được.
--
-- stage: before
-- only:  below_zero
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | decimal | what the row says
-- column: unit_of_measure | text | of the indicator

select s.row_number, v.header, v.found, s.unit_of_measure
from (
    select row_number, unit_of_measure, low, high, value, span_low, numerator, denominator
    from sheet
    where least(low, high, value, span_low, numerator, denominator) < 0
        and indicator_id in (select indicator_id from indicator_catalogue where kind in ('count', 'money', 'rank'))
) as s
cross join lateral (
    select unnest(['chi_tieu', 'chi_tieu', 'ket_qua', 'ket_qua', 'tu_so', 'mau_so']) as header,
        unnest([s.low, s.high, s.value, s.span_low, s.numerator, s.denominator]) as found
) as v
where v.found < 0
order by s.row_number
