-- Kết quả khác với tử số chia mẫu số, quá mức làm tròn.
--
-- Rounded figures are fine: 0,06 points, or 0,06% of a large number.
--
-- stage: before
-- only:  fractions
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: value | decimal | as in the row
-- column: numerator | decimal | as in the row
-- column: denominator | decimal | as in the row
-- column: computed | decimal | numerator over denominator; for a share, in %
-- column: unit_of_measure | text | of the indicator

select row_number, 'ket_qua' as header, value, numerator, denominator, cast(round(computed, 2) as decimal(18, 4)) as computed, unit_of_measure
from (select *, case when unit_of_measure = '%' then 100 else 1 end * numerator::double / denominator::double as computed
      from sheet where denominator > 0 and numerator is not null and value is not null)
where abs(value::double - computed) > greatest(0.06, abs(computed) * 0.0006)
order by row_number
