-- Mẫu số bằng 0 hoặc âm.
--
-- stage: before
-- only:  fractions
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form

select row_number, 'mau_so' as header from sheet where denominator <= 0
order by row_number
