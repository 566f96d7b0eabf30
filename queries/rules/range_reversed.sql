-- Khoảng có đầu nhỏ không nhỏ hơn đầu lớn.
--
-- stage: before
-- only:  reversed
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | text | what the row says

select row_number, 'chi_tieu' as header, target_text as found from sheet where low >= high
union all
select row_number, 'ket_qua', result_text from sheet where span_low > span_high
order by row_number
