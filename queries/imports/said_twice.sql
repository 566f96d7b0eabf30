-- Những số liệu mà tệp nêu ở hơn một dòng cho cùng một văn bản và vị trí.
--
-- Found once, because hardly any file has some: the rules about such rows and the step that drops them look only at these.
--
-- column: kind | text | 'target' or 'result'

create temp table said_twice as
select kind, province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '') as place
from incoming_claim
group by all
having count(*) > 1 and not bool_and(unchanged)
