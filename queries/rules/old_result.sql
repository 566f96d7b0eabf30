-- Kết quả của một năm đã qua lâu mà kho chưa có kết quả nào của đơn vị trong năm đó.
--
-- Long past is more than three years ago.
--
-- stage: before
-- only:  old_results
-- param:  today | date | the day in Viet Nam
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: year       | int    | of the result
-- column: ago        | bigint | years
-- column: unit       | text   | name

select i.row_number, 'nam' as header, i.year, year($today) - i.year as ago, u.name as unit
from incoming_claim as i
join unit as u on u.unit_id = i.unit_id
where i.kind = 'result' and not i.unchanged and not i.withdrawn and i.year < year($today) - 3
    and not exists (select 1 from figure_before as b where b.unit_id = i.unit_id and b.year = i.year and b.has_result)
order by i.row_number
