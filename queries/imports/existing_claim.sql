-- Lần nêu đang có trong kho của cùng chỉ tiêu, đơn vị, cấp, năm, kỳ và văn bản với một dòng của tệp.
--
-- A blank locator means the place at which the document already speaks of the figure, when there is only one.
-- unchanged = the store says already what the row says; a blank cell of the row says nothing. What a unit states itself is not yet
-- what somebody in charge of the province says. Of several claims the row is compared with the one that its bringer can replace.
--
-- makes: existing_claim
-- column: row_number  | bigint  | row of the file, as Excel counts
-- column: kind        | text    | 'target' or 'result'
-- column: places      | bigint  | places at which the document already speaks of the figure; 0 = none
-- column: place_names | text    | those places, joined by '; '; a blank one says so
-- column: unchanged   | boolean | the store says already what the row says
-- column: existing    | struct  | the claim of the store that the row is compared with

create temp table existing_claim as
with known as (
    select c.*
    from current_claim as c
    where not c.inherited and c.province_code in (select unnest(getvariable('touched').provinces))
        and c.year between getvariable('touched').first and getvariable('touched').last
        and c.document in (select document from cited_document)
),
beside as (
    select s.row_number, s.kind, s.self_stated = k.self_stated as of_like, k.upload_id, k.row_number as of_row, k.locator, k.as_written, k.low, k.high, k.actual, k.numerator, k.denominator, k.qualifier,
        case when k.as_of_stated then k.as_of end as as_of, k.stated_status, k.basis, k.note, k.self_stated,
        not s.withdrawn and (s.self_stated or not k.self_stated) and (s.note is null or s.note is not distinct from k.note) and case
            when s.kind = 'target' and s.explicit
                then s.op is not distinct from k.op and s.low is not distinct from k.low and s.high is not distinct from k.high
                    and s.as_written = k.as_written
            when s.kind = 'target'
                then s.as_written = k.as_written
                    or s.op is not distinct from k.op and s.low is not distinct from k.low and s.high is not distinct from k.high and s.op is not null
            else (s.qualifier is null or s.qualifier = coalesce(k.qualifier, 'exact')) and (s.as_of is null or s.as_of = k.as_of and k.as_of_stated)
                and (s.stated_status is null or s.stated_status is not distinct from k.stated_status)
                and (s.basis is null or s.basis = k.basis)
                and (s.numerator is null or s.numerator is not distinct from k.numerator and s.denominator is not distinct from k.denominator)
                and case when s.explicit
                    then s.actual is not distinct from k.actual and s.as_written = k.as_written
                        and (s.actual is not null or s.low is not distinct from k.low and s.high is not distinct from k.high)
                    else s.actual = k.actual or s.actual is null and s.as_written = k.as_written end
        end as same
    from incoming_claim as s
    join known as k
        on k.kind = s.kind and k.province_code = s.province_code and k.indicator_id = s.indicator_id and k.unit_id = s.unit_id
        and k.level = s.level and k.year = s.year and k.period = s.period and k.document = s.document
    where s.locator is null or s.locator = k.locator
)
select row_number, kind, count(distinct coalesce(locator, '')) as places,
    string_agg(distinct coalesce(locator, 'không ghi vị trí'), '; ' order by coalesce(locator, 'không ghi vị trí')) as place_names,
    bool_or(coalesce(same, false)) as unchanged,
    max_by(struct_pack(upload_id, of_row, locator, as_written, low, high, actual, numerator, denominator, qualifier, as_of, stated_status, basis, note, self_stated),
        (coalesce(same, false), of_like, upload_id)) as existing
from beside
group by row_number, kind
