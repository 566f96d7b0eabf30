-- Mục tiêu mà từng văn bản nêu, theo lần cập nhật mới nhất còn hiệu lực.
--
-- Several rows of one upload may make different claims under one place; all are kept.
--
-- internal: the ledger of targets without what newer uploads replaced or withdrew
-- from: document_register, live_upload, target
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

create view target_claim as
with said_again as (
    select province_code, year, period, indicator_id, unit_id, level, document, locator, max(upload_id) as newest
    from target
    where upload_id in (select upload_id from live_upload)
    group by all
    having min(upload_id) <> max(upload_id)
)
select
    t.upload_id, t.row_number, t.province_code, t.indicator_id, t.unit_id, t.level, t.year, t.period,
    t.op, t.low, t.high, t.as_written, t.document, t.locator,
    coalesce(d.order_on, cast(u.uploaded_at as date)) as order_on, t.note
from target as t
join live_upload as u on u.upload_id = t.upload_id
left join document_register as d on d.number = t.document
left join said_again as a
    on a.province_code = t.province_code and a.year = t.year and a.period = t.period and a.indicator_id = t.indicator_id
    and a.unit_id = t.unit_id and a.level = t.level and a.document = t.document and a.locator is not distinct from t.locator
where (a.newest is null or a.newest = t.upload_id) and not t.withdrawn
