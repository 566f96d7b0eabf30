-- Số đếm có phần lẻ.
--
-- stage: before
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | decimal | what the row says
-- column: unit | text | unit of measure

select i.row_number, 'ket_qua' as header, i.actual as found, i.unit_of_measure as unit
from incoming_claim as i
join indicator_catalogue as c on c.indicator_id = i.indicator_id and c.kind = 'count'
where i.kind = 'result' and not i.unchanged and i.actual <> round(i.actual, 0)
order by i.row_number
