-- Những lần cập nhật khác cũng nêu lại các dòng ấy từ nay nêu lại dòng mới ghi.
--
-- writes: reaffirmed
-- param:  upload_id | bigint | the upload that is taken back

insert into reaffirmed by name
select r.upload_id, r.row_number, r.kind, h.upload_id as of_upload, h.row_number as of_row
from reaffirmed as r
join reassigned_row as h on h.kind = r.kind and h.of_row = r.of_row
where r.of_upload = $upload_id and r.upload_id <> h.upload_id and r.upload_id in (select upload_id from live_upload)
order by r.upload_id, r.row_number, r.kind
