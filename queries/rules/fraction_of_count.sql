-- Tử số và mẫu số thay cho kết quả của một chỉ tiêu đếm số lượng.
--
-- stage: before
-- only:  fractions
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: unit       | text   | unit of measure

select s.row_number, 'tu_so' as header, s.unit_of_measure as unit
from sheet as s
join indicator_catalogue as i on i.indicator_id = s.indicator_id and i.kind in ('count', 'money', 'rank')
where s.value is null and s.numerator is not null and s.denominator is not null and not s.explicit_result
order by s.row_number
