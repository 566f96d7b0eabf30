-- Số đếm có phần lẻ.
--
-- stage: before
-- only:  split_results
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | decimal | what the row says
-- column: unit | text | unit of measure

select i.row_number, 'ket_qua' as header, i.actual as found, i.unit_of_measure as unit
from incoming_claim as i
where i.kind = 'result' and not i.unchanged and i.actual % 1 <> 0
    and i.indicator_id in (select indicator_id from indicator_catalogue where kind = 'count')
order by i.row_number
