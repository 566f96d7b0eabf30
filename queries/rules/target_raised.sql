-- Mục tiêu của chỉ tiêu càng thấp càng tốt mà cao hơn mục tiêu đang có, hoặc cao hơn năm trước.
--
-- stage: before
-- only:  new_targets and targets_before > 0
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | decimal | new
-- column: before | decimal | known
-- column: when | text | of which year
-- column: unit_of_measure | text | of the indicator

select i.row_number, 'chi_tieu' as header, coalesce(i.high, i.low) as found, b.required as before,
    case when b.year = i.year then 'đang có' else 'năm ' || b.year end as "when", i.unit_of_measure
from incoming_claim as i
join figure_before as b
    on b.province_code = i.province_code and b.indicator_id = i.indicator_id and b.unit_id = i.unit_id and b.level = i.level
    and b.period = i.period and b.year in (i.year, i.year - 1)
join indicator_catalogue as c on c.indicator_id = i.indicator_id and c.direction = 'lower'
where i.kind = 'target' and not i.unchanged and not i.withdrawn and coalesce(i.high, i.low) > b.required
qualify row_number() over (partition by i.row_number order by b.year desc) = 1
    and not (i.self_stated and b.year = i.year and not b.target_self_stated)  -- it stands beside that one
order by i.row_number
