-- Kết quả mà từng văn bản hay tệp báo, theo lần cập nhật mới nhất còn hiệu lực.
--
-- Under one place of one document the newest upload counts. Only who is in charge of the province, or of the unit whose document
-- it is, can replace so what somebody else brought (newest_entitled); anybody else's newer row stands beside it.
--
-- internal: the ledger of results without what newer uploads replaced or withdrew
-- from: document_register, live_result, live_upload, result_in_slice
-- column: upload_id     | bigint  | upload that brought the claim
-- column: row_number    | bigint  | row of its file
-- column: province_code | text    | province of the unit
-- column: indicator_id  | text    | catalogue id
-- column: unit_id       | text    | unit as it was in the period
-- column: level         | text    | whose figure
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: actual        | decimal | in the indicator's unit; null = in words, or a span
-- column: low           | decimal | lower end of a span; null otherwise
-- column: high          | decimal | upper end of a span; null otherwise
-- column: numerator     | decimal | null = not given
-- column: denominator   | decimal | null = not given
-- column: qualifier     | text    | exact, about, over, nearly, estimate; null = in words
-- column: as_of         | date    | stated day, else the day of the document
-- column: as_of_stated  | boolean | the document itself states the day
-- column: as_written    | text    | short form of the document
-- column: stated_status | text    | 'met' or 'missed'; null = the document does not say
-- column: document      | text    | number
-- column: locator       | text    | null = not given
-- column: order_on      | date    | day by which claims are put in order
-- column: note          | text    | null = none
-- column: basis         | text    | 'measured', 'stated' or 'words'
-- column: self_stated   | boolean | brought by somebody who is not in charge of the whole province: the unit's own word

create view result_claim as
with marked as (  -- equal places have equal hashes: only what comes twice is then looked at by the place itself
    select hash(s.province_code, s.year, s.period, s.indicator_id, s.unit_id, s.level, s.document, s.locator) as mark
    from result_in_slice as s
    join live_upload as u on u.upload_id = s.upload_id
    group by mark
    having min(s.upload_id) <> max(s.upload_id)
),
said_again as (
    select s.province_code, s.year, s.period, s.indicator_id, s.unit_id, s.level, s.document, s.locator, max(s.upload_id) as newest,
        max(s.upload_id) filter (where u.territories is null or contains(u.territories, concat(',', s.province_code, ','))
            or list_has_any(string_split(trim(u.territories, ','), ','), string_split(trim(d.owners, ','), ','))) as newest_entitled
    from result_in_slice as s
    join live_upload as u on u.upload_id = s.upload_id
    left join document_register as d on d.number = s.document
    where hash(s.province_code, s.year, s.period, s.indicator_id, s.unit_id, s.level, s.document, s.locator) in (select mark from marked)
    group by s.province_code, s.year, s.period, s.indicator_id, s.unit_id, s.level, s.document, s.locator
    having min(s.upload_id) <> max(s.upload_id)
)
select
    r.upload_id, r.row_number, r.province_code, r.indicator_id, r.unit_id, r.level, r.year, r.period, r.actual, r.low, r.high, r.numerator,
    r.denominator, r.qualifier, r.as_of, r.as_of_stated, r.as_written, r.stated_status, r.document, r.locator, r.order_on, r.note, r.basis, r.self_stated
from live_result as r
left join said_again as a
    on a.province_code = r.province_code and a.year = r.year and a.period = r.period and a.indicator_id = r.indicator_id
    and a.unit_id = r.unit_id and a.level = r.level and a.document = r.document and a.locator is not distinct from r.locator
where (a.newest is null or r.upload_id in (a.newest, a.newest_entitled)) and not r.withdrawn
