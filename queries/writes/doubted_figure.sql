-- Con số bị báo có trong kho không: đơn vị, chỉ tiêu, cấp, kỳ, loại.
--
-- param:  province_code | text | province of the unit
-- param:  unit_id       | text | whose figure
-- param:  indicator_id  | text | catalogue id
-- param:  level         | text | whose figure
-- param:  year          | int  | calendar year
-- param:  period        | text | its period
-- param:  kind          | text | 'target' or 'result'
-- column: claims        | bigint | how many documents state it; 0 = nobody does

select count(*) as claims
from current_claim
where province_code = $province_code and unit_id = $unit_id and indicator_id = $indicator_id and level = $level and year = $year and period = $period and kind = $kind
order by 1
