-- Các lần cập nhật theo ngày, và ngày chúng bị thu hồi: để nói điều gì đổi vì lần nào.
--
-- Without names of people and files: those are for staff.
--
-- param:  since       | date   | uploads and undos after this day
-- column: upload_id   | bigint | number
-- column: kind        | text   | 'seed' or the form
-- column: day         | date   | in Viet Nam
-- column: row_count   | bigint | rows written
-- column: undone_on   | date   | in Viet Nam; null = counts
-- unique: upload_id

select u.upload_id, u.kind, timezone('Asia/Ho_Chi_Minh', timezone('UTC', u.uploaded_at))::date as day, u.row_count,
    timezone('Asia/Ho_Chi_Minh', timezone('UTC', x.undone_at))::date as undone_on
from upload as u
left join upload_undo as x on x.upload_id = u.upload_id
where timezone('Asia/Ho_Chi_Minh', timezone('UTC', u.uploaded_at))::date > $since
    or timezone('Asia/Ho_Chi_Minh', timezone('UTC', x.undone_at))::date > $since
order by u.upload_id desc
