-- Cộng các đơn vị của một cấp theo một chỉ tiêu trong một kỳ, bên cạnh số mà tỉnh báo cho cấp đó.
--
-- param:  province_code | text    | province
-- param:  indicator_id  | text    | catalogue id
-- param:  level         | text    | 'district' or 'commune'
-- param:  year          | int     | calendar year
-- param:  period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: units         | bigint  | units of the level at the end of the period
-- column: summed        | bigint  | of these, how many are in the sum
-- column: numerator     | decimal | null = not a share, or no unit gave one
-- column: denominator   | decimal | null = not a share, or no unit gave one
-- column: total         | double  | in the indicator's unit; null = not computable
-- column: reason        | text    | why not: 'kind', 'accumulation', 'parts'; null = there is a total
-- column: own           | double  | what the province itself reports for the level; null = nothing
-- column: difference    | double  | own minus total; null where one is missing
-- unique: units

select units, summed, numerator, denominator, total, reason, own, difference
from level_total
where province_code = $province_code and indicator_id = $indicator_id and level = $level and year = $year and period = $period
order by units
