-- Từng số liệu của tệp thay đổi gì: mới, thay đổi, giữ nguyên, nêu lại, để cạnh, hay rút.
--
-- beside = kept, but another claim is shown first, of a newer document or of another row; where the row itself is shown:
-- new = nothing was shown before; changed = the figure shown is another one now; restated = the same figure from another place.
-- withdrawn; unchanged = the store knew it.
-- others = what other documents say against the figure of the row.
--
-- param: upload_id | bigint | the upload

create temp table difference as
with against as (
    select c.kind, c.province_code, c.indicator_id, c.unit_id, c.level, c.year, c.period,
        string_agg(c.document || ': ' || c.as_written, '; ' order by c.document, c.as_written) as others
    from current_claim as c
    where c.standing <> 'current' and not c.inherited and c.upload_id <> $upload_id
        and c.province_code in (select distinct province_code from sheet)
        and c.year between (select min(year) from sheet) and (select max(year) from sheet)
    group by all
),
after as (
    select province_code, indicator_id, unit_id, level, year, period, status, required, actual,
        target_document, target_as_written, target_locator, actual_document, actual_as_written, actual_locator
    from figure
    where province_code in (select distinct province_code from sheet)
        and year between (select min(year) from sheet) and (select max(year) from sheet)
)
select i.row_number, i.kind, i.indicator_id, i.unit_id, i.level, i.year, i.period, i.document, i.locator,
    case
        when i.unchanged then 'unchanged'
        when i.withdrawn then 'withdrawn'
        when i.kind = 'target' and (a.target_document, a.target_as_written, coalesce(a.target_locator, ''))
            is distinct from (i.document, i.as_written, coalesce(i.locator, '')) then 'beside'
        when i.kind = 'result' and (a.actual_document, a.actual_as_written, coalesce(a.actual_locator, ''))
            is distinct from (i.document, i.as_written, coalesce(i.locator, '')) then 'beside'
        when i.kind = 'target' and not coalesce(b.has_target, false) or i.kind = 'result' and not coalesce(b.has_result, false) then 'new'
        when i.kind = 'target' and a.target_as_written is not distinct from b.target_as_written and a.required is not distinct from b.required
            then 'restated'
        when i.kind = 'result' and a.actual_as_written is not distinct from b.actual_as_written and a.actual is not distinct from b.actual
            then 'restated'
        else 'changed'
    end as change,
    case when i.kind = 'target' then b.target_as_written else b.actual_as_written end as before_text,
    case when i.withdrawn then null else i.as_written end as after_text,
    case when i.kind = 'target' then b.required else b.actual end as before_value,
    case when i.withdrawn then null when i.kind = 'target' then coalesce(i.low, i.high) else i.actual end as after_value,
    i.unit_of_measure, b.status as before_status, a.status as after_status,
    case when not i.unchanged then g.others end as others
from incoming_claim as i
left join figure_before as b
    on b.province_code = i.province_code and b.indicator_id = i.indicator_id and b.unit_id = i.unit_id
    and b.level = i.level and b.year = i.year and b.period = i.period
left join after as a
    on a.province_code = i.province_code and a.indicator_id = i.indicator_id and a.unit_id = i.unit_id
    and a.level = i.level and a.year = i.year and a.period = i.period
left join against as g
    on g.kind = i.kind and g.province_code = i.province_code and g.indicator_id = i.indicator_id and g.unit_id = i.unit_id
    and g.level = i.level and g.year = i.year and g.period = i.period
