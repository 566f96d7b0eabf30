-- Những số liệu mà tệp nêu ở hơn một dòng cho cùng một văn bản và vị trí.
--
-- Found once, because hardly any file has some: the rules about such rows and the step that drops them look only at these.
-- Equal figures have equal hashes: the few rows whose hash comes twice are then looked at by the figures themselves.
--
-- makes: duplicate_claim
-- column: kind          | text | 'target' or 'result'
-- column: province_code | text | province of the unit
-- column: indicator_id  | text | catalogue id
-- column: unit_id       | text | unit as it was in the period
-- column: level         | text | whose figure
-- column: year          | int  | calendar year
-- column: period        | text | N, 2T..11T, Q1..Q4, T1..T12
-- column: document      | text | number
-- column: locator       | text | place in the document; '' = not given

create temp table duplicate_claim as
with hashed as (
    select hash(kind, province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '')) as mark, unchanged
    from incoming_claim
    where hash(province_code, indicator_id, unit_id, level, year, period, document) in (select mark from repeated_key)
),
suspected as (
    select mark from hashed group by mark having count(*) > 1 and not bool_and(unchanged)
)
select kind, province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '') as locator
from incoming_claim
where hash(province_code, indicator_id, unit_id, level, year, period, document) in (select mark from repeated_key)
    and hash(kind, province_code, indicator_id, unit_id, level, year, period, document, coalesce(locator, '')) in (select mark from suspected)
group by all
having count(*) > 1 and not bool_and(unchanged)
