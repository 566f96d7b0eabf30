-- Mọi dòng sổ kết quả của các lần cập nhật còn hiệu lực, đã tính ra số, cùng ngày để xếp thứ tự và người nêu.
--
-- actual = value, or for a share 100 * numerator / denominator, otherwise numerator / denominator.
-- basis = what the row says; unsaid, a number (or a span) is measured and anything else is words. Words are not 'exact'.
--
-- internal: what result_claim chooses from
-- from: document_register, indicator_catalogue, live_upload, result_in_slice
-- example: live_upload() indicator_catalogue() result_in_slice(numerator=0, denominator=120) => actual=0
-- example: live_upload() indicator_catalogue() result_in_slice(numerator=80, denominator=400) => actual=20
-- example: live_upload() indicator_catalogue() result_in_slice(value=0) => actual=0
-- example: live_upload() indicator_catalogue() result_in_slice(numerator=1, denominator=0) => actual=null
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
-- column: withdrawn     | boolean | the claim is taken back by this row

create view live_result as
select
    r.upload_id, r.row_number, r.province_code, r.indicator_id, r.unit_id, r.level, r.year, r.period,
    coalesce(r.value, cast(case
        when r.denominator <> 0 and r.indicator_id in (select indicator_id from indicator_catalogue where unit_of_measure = '%') then round(100 * r.numerator::double / r.denominator::double, 4)
        when r.denominator <> 0 then round(r.numerator::double / r.denominator::double, 4)
    end as decimal(18, 4))) as actual,
    r.low, r.high, r.numerator, r.denominator,
    case when r.qualifier <> 'exact' or coalesce(r.value, r.low, r.high, r.denominator) is not null then r.qualifier end as qualifier,
    coalesce(r.as_of, d.issued_on) as as_of, r.as_of is not null as as_of_stated,
    r.as_written, r.stated_status, r.document, r.locator,
    coalesce(d.order_on, cast(u.uploaded_at as date)) as order_on, r.note,
    coalesce(r.basis, case when coalesce(r.value, r.low, r.high, r.denominator) is null then 'words' else 'measured' end) as basis,
    coalesce(not contains(u.territories, concat(',', r.province_code, ',')), false) as self_stated, r.withdrawn
from result_in_slice as r
join live_upload as u on u.upload_id = r.upload_id
left join document_register as d on d.number = r.document
