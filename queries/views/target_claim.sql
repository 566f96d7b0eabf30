-- Mục tiêu mà từng văn bản nêu, theo lần cập nhật mới nhất còn hiệu lực.
--
-- Several rows of one upload may make different claims under one place; all are kept.
--
-- Under one place of one document the newest upload counts. Only who is in charge of the province, or of the unit whose document
-- it is, can replace so what somebody else brought (newest_entitled); anybody else's newer row stands beside it.
--
-- internal: the ledger of targets without what newer uploads replaced or withdrew
-- from: document_register, live_target, live_upload, target_in_slice
-- column: upload_id     | bigint  | upload that brought the claim
-- column: row_number    | bigint  | row of its file
-- column: province_code | text    | province of the unit
-- column: indicator_id  | text    | catalogue id
-- column: unit_id       | text    | unit as it was in the period
-- column: level         | text    | whose figure
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: op            | text    | null = a milestone without a number
-- column: low           | decimal | null = none
-- column: high          | decimal | null = none
-- column: as_written    | text    | short form of the document
-- column: document      | text    | number
-- column: locator       | text    | null = not given
-- column: order_on      | date    | day by which claims are put in order
-- column: note          | text    | null = none
-- column: self_stated   | boolean | brought by somebody who is not in charge of the whole province: the unit's own word

create view target_claim as
with marked as (  -- equal places have equal hashes: only what comes twice is then looked at by the place itself
    select hash(s.province_code, s.year, s.period, s.indicator_id, s.unit_id, s.level, s.document, s.locator) as mark
    from target_in_slice as s
    join live_upload as u on u.upload_id = s.upload_id
    group by mark
    having min(s.upload_id) <> max(s.upload_id)
),
said_again as (
    select s.province_code, s.year, s.period, s.indicator_id, s.unit_id, s.level, s.document, s.locator, max(s.upload_id) as newest,
        max(s.upload_id) filter (where u.territories is null or contains(u.territories, concat(',', s.province_code, ','))
            or list_has_any(string_split(trim(u.territories, ','), ','), string_split(trim(d.owners, ','), ','))) as newest_entitled
    from target_in_slice as s
    join live_upload as u on u.upload_id = s.upload_id
    left join document_register as d on d.number = s.document
    where hash(s.province_code, s.year, s.period, s.indicator_id, s.unit_id, s.level, s.document, s.locator) in (select mark from marked)
    group by s.province_code, s.year, s.period, s.indicator_id, s.unit_id, s.level, s.document, s.locator
    having min(s.upload_id) <> max(s.upload_id)
)
select
    t.upload_id, t.row_number, t.province_code, t.indicator_id, t.unit_id, t.level, t.year, t.period, t.op, t.low, t.high, t.as_written,
    t.document, t.locator, t.order_on, t.note, t.self_stated
from live_target as t
left join said_again as a
    on a.province_code = t.province_code and a.year = t.year and a.period = t.period and a.indicator_id = t.indicator_id
    and a.unit_id = t.unit_id and a.level = t.level and a.document = t.document and a.locator is not distinct from t.locator
where (a.newest is null or t.upload_id in (a.newest, a.newest_entitled)) and not t.withdrawn
