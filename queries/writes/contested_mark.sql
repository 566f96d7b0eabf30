-- Dấu của những số liệu trong phần đang dẫn xuất mà phải xét kỹ: được nêu hơn một lần, hay dùng chung mục tiêu của tỉnh.
--
-- Hardly any figure is such a one; everything else is stated once, and stands as its row says. A mark is the hash of a figure's kind and
-- key; a figure that only shares its hash is looked at as well, and comes out the same. With a figure that is contested come all rows that
-- ``claim`` sets beside it: of a target that the province set for every unit of a level the targets and results of all its units, and of a
-- target that a unit states itself all targets of that indicator, level and year.
--
-- makes: contested_mark
-- column: mark | bigint | hash of kind, province, year, period, indicator, unit and level

create or replace temp table contested_mark as
with figure as (
    select 'target' as kind, province_code, year, period, indicator_id, unit_id, level, upload_id from target_in_slice
    union all
    select 'result', province_code, year, period, indicator_id, unit_id, level, upload_id from result_in_slice
),
of_all_units as (
    select distinct province_code, year, period, indicator_id, level from target_in_slice
    where level in ('district', 'commune') and unit_id in (select unit_id from unit where level = 'province')
),
of_own_words as (
    select distinct t.province_code, t.year, t.indicator_id, t.level
    from target_in_slice as t join live_upload as u on u.upload_id = t.upload_id
    where not contains(u.territories, concat(',', t.province_code, ','))
)
select hash(kind, province_code, year, period, indicator_id, unit_id, level) as mark
from figure
where upload_id in (select upload_id from live_upload)
group by mark
having count(*) > 1
union
select hash(f.kind, f.province_code, f.year, f.period, f.indicator_id, f.unit_id, f.level)
from figure as f
join of_all_units as a
    on a.province_code = f.province_code and a.year = f.year and a.period = f.period and a.indicator_id = f.indicator_id and a.level = f.level
union
select hash('target', t.province_code, t.year, t.period, t.indicator_id, t.unit_id, t.level)
from target_in_slice as t
join of_own_words as o on o.province_code = t.province_code and o.year = t.year and o.indicator_id = t.indicator_id and o.level = t.level
