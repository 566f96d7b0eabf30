-- Những số liệu khác đổi trạng thái theo, ví dụ huyện xã dùng mục tiêu chung của tỉnh.
--
-- column: indicator_id   | text | catalogue id
-- column: unit_id        | text | unit
-- column: level          | text | whose figure
-- column: year           | int  | calendar year
-- column: period         | text | N, 2T..11T, Q1..Q4, T1..T12
-- column: before_status  | text | before
-- column: after_status   | text | after

with now as (
    select a.indicator_id, a.unit_id, a.level, a.year, a.period, b.status as before_status, a.status as after_status
    from figure as a
    join figure_before as b
        on b.province_code = a.province_code and b.indicator_id = a.indicator_id and b.unit_id = a.unit_id
        and b.level = a.level and b.year = a.year and b.period = a.period
    where a.status <> b.status
        and a.province_code in (select unnest(getvariable('touched').provinces))
        and a.year between getvariable('touched').first and getvariable('touched').last
)
select n.indicator_id, n.unit_id, n.level, n.year, n.period, n.before_status, n.after_status
from now as n
anti join incoming_claim as i
    on i.indicator_id = n.indicator_id and i.unit_id = n.unit_id and i.level = n.level and i.year = n.year and i.period = n.period
order by n.indicator_id, n.unit_id, n.level, n.year, n.period
