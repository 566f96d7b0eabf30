-- Tử số lớn hơn mẫu số ở một tỷ lệ.
--
-- stage: before
-- only:  fractions
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: numerator | decimal | as in the row
-- column: denominator | decimal | as in the row

select s.row_number, 'tu_so' as header, s.numerator, s.denominator
from sheet as s join indicator_catalogue as i on i.indicator_id = s.indicator_id and i.kind = 'ratio'
where s.numerator > s.denominator and s.denominator > 0
order by s.row_number
