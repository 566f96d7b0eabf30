-- Những số liệu mà tệp nêu ở hơn một dòng cho cùng một văn bản và vị trí.
--
-- Found once, because hardly any file has some: the rules about such rows and the step that drops them look only at these.
-- Equal figures have equal hashes: the few rows whose hash comes twice are then looked at by the figures themselves.
--
-- column: kind | text | 'target' or 'result'

create temp table said_twice as
with hashed as (
    select hash(kind, province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '')) as mark, unchanged
    from incoming_claim
),
suspected as (
    select mark from hashed group by mark having count(*) > 1 and not bool_and(unchanged)
)
select kind, province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '') as place
from incoming_claim
where hash(kind, province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '')) in (select mark from suspected)
group by all
having count(*) > 1 and not bool_and(unchanged)
