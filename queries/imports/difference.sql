-- Số liệu nào của tệp thay đổi điều gì đã có: thay đổi, giữ nguyên, nêu lại, để cạnh, hay rút.
--
-- A claim that is in no row of it is new, and there was no figure before: of a large file hardly any other.
-- beside = kept, but another claim is shown first, of a newer document or of another row; where the row itself is shown:
-- new = nothing was shown before; changed = the figure shown is another one now; restated = the same figure from another place.
-- withdrawn; unchanged = the store knew it.
-- others = what other documents say against the figure of the row; after_status only where there was a figure before.
--
-- makes: difference
-- param: upload_id | bigint | the upload
-- column: row_number    | bigint | row of the file, as Excel counts
-- column: kind          | text   | 'target' or 'result'
-- column: change        | text   | new, changed, restated, beside, withdrawn, unchanged
-- column: before_status | text   | null = no figure before
-- column: after_status  | text   | null = no figure before, or none after
-- column: others        | text   | what other documents say against it; null = nothing

create temp table difference as
with against as (
    select c.kind, c.province_code, c.indicator_id, c.unit_id, c.level, c.year, c.period,
        list({document: c.document, as_written: c.as_written} order by c.document, c.as_written) as claims
    from current_claim as c
    where c.standing <> 'current' and not c.inherited and c.upload_id <> $upload_id
        and c.province_code in (select unnest(getvariable('touched').provinces))
        and c.year between getvariable('touched').first and getvariable('touched').last
    group by all
),
not_shown as (
    select kind, row_number
    from current_claim
    where upload_id = $upload_id and not chosen and not inherited
        and province_code in (select unnest(getvariable('touched').provinces))
        and year between getvariable('touched').first and getvariable('touched').last
),
before_and_after as (
    select b.province_code, b.indicator_id, b.unit_id, b.level, b.year, b.period, b.has_target, b.has_result,
        b.status as before_status, a.status as after_status,
        a.target_as_written is not distinct from b.target_as_written and a.required is not distinct from b.required as same_target,
        a.actual_as_written is not distinct from b.actual_as_written and a.actual is not distinct from b.actual
            and a.basis is not distinct from b.basis as same_result
    from figure_before as b
    left join figure as a
        on a.province_code = b.province_code and a.indicator_id = b.indicator_id and a.unit_id = b.unit_id
        and a.level = b.level and a.year = b.year and a.period = b.period
)
select i.row_number, i.kind,
    case
        when i.unchanged then 'unchanged'
        when i.withdrawn then 'withdrawn'
        when s.row_number is not null then 'beside'
        when not coalesce(case i.kind when 'target' then b.has_target else b.has_result end, false) then 'new'
        when case i.kind when 'target' then b.same_target else b.same_result end then 'restated'
        else 'changed'
    end as change,
    b.before_status, b.after_status,
    case when not i.unchanged and g.claims is not null then nullif(array_to_string(
        [claim.document || ': ' || claim.as_written for claim in g.claims if claim.document <> i.document], '; '), '') end as others
from incoming_claim as i
left join not_shown as s on s.kind = i.kind and s.row_number = i.row_number
left join before_and_after as b
    on b.province_code = i.province_code and b.indicator_id = i.indicator_id and b.unit_id = i.unit_id
    and b.level = i.level and b.year = i.year and b.period = i.period
left join against as g
    on g.kind = i.kind and g.province_code = i.province_code and g.indicator_id = i.indicator_id and g.unit_id = i.unit_id
    and g.level = i.level and g.year = i.year and g.period = i.period
where i.unchanged or i.withdrawn or s.row_number is not null or b.year is not null or g.claims is not null
