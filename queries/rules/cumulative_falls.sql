-- Kết quả lũy kế nhỏ hơn kết quả của kỳ trước trong cùng năm.
--
-- A row of the file stands for what the store says of its period.
--
-- stage: before
-- only:  new_results and results + results_before > 1
-- column: row_number | bigint  | row of the file
-- column: header     | text    | column of the form
-- column: found      | decimal | what the row says
-- column: before     | decimal | of the earlier period
-- column: period     | text    | the earlier period: year and code
-- column: unit_of_measure | text | of the indicator

with brought as (
    select row_number, province_code, indicator_id, unit_id, level, year, period, period_end, actual, unit_of_measure, unchanged
    from incoming_claim
    where kind = 'result' and not withdrawn and actual is not null
        and indicator_id in (select indicator_id from indicator_catalogue where accumulation = 'cumulative')
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
