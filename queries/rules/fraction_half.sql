-- Có tử số mà không có mẫu số, hoặc ngược lại.
--
-- stage: before
-- only:  fractions
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form

select row_number, case when numerator is null then 'tu_so' else 'mau_so' end as header
from sheet where (numerator is null) <> (denominator is null)
order by row_number
