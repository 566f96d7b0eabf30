-- Kết quả gấp khoảng mười lần trở lên, hoặc bằng khoảng một phần mười trở xuống, số đang có hay số năm trước.
--
-- From nine-fold: a misplaced decimal comma and a figure that grew a little at the same time.
--
-- stage: before
-- only:  new_results and results_before > 0
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | decimal | new
-- column: before | decimal | known
-- column: when | text | of which year
-- column: unit_of_measure | text | of the indicator

select i.row_number, 'ket_qua' as header, i.actual as found, b.actual as before,
    case when b.year = i.year then 'đang có' else 'năm ' || b.year end as "when", i.unit_of_measure
from incoming_claim as i
join figure_before as b
    on b.province_code = i.province_code and b.indicator_id = i.indicator_id and b.unit_id = i.unit_id and b.level = i.level
    and b.period = i.period and b.year in (i.year, i.year - 1)
where i.kind = 'result' and not i.unchanged and not i.withdrawn and i.actual <> b.actual and b.actual <> 0
    and (abs(i.actual) >= 9 * abs(b.actual) or 9 * abs(i.actual) <= abs(b.actual))
qualify row_number() over (partition by i.row_number order by b.year desc) = 1
order by i.row_number
