-- Những cách đọc bảng mà người có cùng địa bàn đã xác nhận, lần gần nhất của mỗi loại tiêu đề.
--
-- param:  form        | text      | name of the upload form
-- param:  territories | text      | territories of whoever uploads, as in the table
-- column: fingerprint | text      | headings of the file
-- column: mapping     | text      | JSON: key of an answer -> answer
-- column: uploaded_at | timestamp | UTC
-- column: file_name   | text      | as the user named it
-- unique: fingerprint

select l.fingerprint, arg_max(l.mapping, l.upload_id) as mapping, arg_max(u.uploaded_at, l.upload_id) as uploaded_at,
    arg_max(u.file_name, l.upload_id) as file_name
from layout as l
join live_upload as live on live.upload_id = l.upload_id
join upload as u on u.upload_id = l.upload_id
where l.form = $form and l.territories = $territories
group by l.fingerprint
order by l.fingerprint
