-- Kết quả lũy kế nhỏ hơn kết quả của kỳ trước trong cùng năm.
--
-- A row of the file stands for what the store says of its period.
--
-- stage: before
-- column: row_number | bigint  | row of the file
-- column: header     | text    | column of the form
-- column: found      | decimal | what the row says
-- column: before     | decimal | of the earlier period
-- column: period     | text    | the earlier period: year and code
-- column: unit_of_measure | text | of the indicator

with brought as (
    select i.row_number, i.province_code, i.indicator_id, i.unit_id, i.level, i.year, i.period, s.period_end, i.actual, i.unit_of_measure, i.unchanged
    from incoming_claim as i
    join sheet as s on s.row_number = i.row_number
    join indicator_catalogue as c on c.indicator_id = i.indicator_id and c.accumulation = 'cumulative'
    where i.kind = 'result' and not i.withdrawn and i.actual is not null
),
known as (
    select indicator_id, unit_id, level, year, period, period_end, actual from brought
    union all
    select b.indicator_id, b.unit_id, b.level, b.year, b.period, b.period_end, b.actual
    from figure_before as b
    anti join brought as i
        on i.indicator_id = b.indicator_id and i.unit_id = b.unit_id and i.level = b.level and i.year = b.year and i.period = b.period
    where b.actual is not null
)
select i.row_number, 'ket_qua' as header, i.actual as found, k.actual as before, k.period || '/' || k.year as period, i.unit_of_measure
from brought as i
join known as k
    on k.indicator_id = i.indicator_id and k.unit_id = i.unit_id and k.level = i.level and k.year = i.year
    and k.period_end < i.period_end and k.actual > i.actual
where not i.unchanged
qualify row_number() over (partition by i.row_number order by k.period_end desc, k.actual desc) = 1
order by i.row_number
