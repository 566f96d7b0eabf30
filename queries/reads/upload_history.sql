-- Các lần cập nhật, mới nhất đứng trước: ai, lúc nào, tệp nào, bao nhiêu dòng, đã thu hồi chưa.
--
-- param:  most        | bigint    | how many at most
-- column: upload_id   | bigint    | number
-- column: kind        | text      | 'seed' or the form
-- column: file_name   | text      | as the user named it
-- column: file_sha256 | text      | hash of the original file
-- column: uploaded_at | timestamp | UTC
-- column: uploaded_by | text      | account name
-- column: row_count   | bigint    | rows written
-- column: units       | text      | territories it touched; null = a catalogue
-- column: reason      | text      | why unlikely figures were confirmed; null = none were
-- column: kept        | boolean   | the original file is in the store
-- column: undone_at   | timestamp | UTC; null = counts
-- column: undone_by   | text      | null = counts
-- column: undo_reason | text      | null = counts
-- unique: upload_id

with named as (
    select s.upload_id, string_agg(distinct u.name, ', ' order by u.name) as units
    from upload_scope as s join unit as u on u.unit_id = s.unit_id
    group by s.upload_id
)
select u.upload_id, u.kind, u.file_name, u.file_sha256, u.uploaded_at, u.uploaded_by, u.row_count, n.units, u.reason,
    u.file_sha256 in (select file_sha256 from file_piece) as kept,
    x.undone_at, x.undone_by, x.reason as undo_reason
from upload as u
left join named as n on n.upload_id = u.upload_id
left join upload_undo as x on x.upload_id = u.upload_id
order by u.upload_id desc
limit $most
