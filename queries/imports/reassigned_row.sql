-- Dòng nào của lần cập nhật bị rút sẽ thành dòng của lần cập nhật sau đã nêu lại nó: lần sớm nhất còn hiệu lực.
--
-- makes: reassigned_row
-- param:  upload_id  | bigint | the upload that is taken back
-- column: kind       | text   | 'target' or 'result'
-- column: of_row     | bigint | row of the upload that is taken back
-- column: upload_id  | bigint | upload that keeps it
-- column: row_number | bigint | row of that upload's file

create or replace temp table reassigned_row as
select kind, of_row, min(upload_id) as upload_id, arg_min(row_number, (upload_id, row_number)) as row_number
from reaffirmed
where of_upload = $upload_id and upload_id in (select upload_id from live_upload)
group by kind, of_row
