-- Tỷ lệ xấu đi từ 30 điểm phần trăm trở lên so với kết quả gần nhất.
--
-- Lower where higher is better, higher where lower is better, either where the catalogue does not say. What is ten-fold is said by factor_of_ten.
--
-- stage: before
-- only:  new_results and compared > 0
-- column: row_number | bigint  | row of the file
-- column: header     | text    | column of the form
-- column: found      | decimal | new
-- column: before     | decimal | known
-- column: period     | text    | of the known one: year and code
-- column: points     | decimal | percentage points between them
-- column: unit_of_measure | text | of the indicator

select i.row_number, 'ket_qua' as header, i.actual as found, b.before, b.period || '/' || b.year as period, abs(b.before - i.actual) as points,
    i.unit_of_measure
from incoming_claim as i
join result_before as b on b.row_number = i.row_number
join indicator_catalogue as c on c.indicator_id = i.indicator_id and c.unit_of_measure = '%'
where i.kind = 'result' and not i.unchanged
    and case c.direction when 'higher' then b.before - i.actual when 'lower' then i.actual - b.before else abs(b.before - i.actual) end >= 30
    and not (abs(i.actual) >= 9 * abs(b.before) or 9 * abs(i.actual) <= abs(b.before))
order by i.row_number
