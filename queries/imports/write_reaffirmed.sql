-- Ghi nhớ số liệu nào của tệp chỉ nêu lại điều một lần cập nhật trước đã nêu.
--
-- What its bringer may not say for another is not noted: it would become the bringer's word once the other upload is taken back.
--
-- writes: reaffirmed
-- param:  upload_id | bigint | the upload

insert into reaffirmed by name
select $upload_id as upload_id, i.row_number, i.kind, k.existing.upload_id as of_upload, k.existing.of_row
from incoming_claim as i
join existing_claim as k on k.row_number = i.row_number and k.kind = i.kind
where i.unchanged and (i.row_number, i.kind) not in (select row_number, kind from foreign_claim)
order by i.row_number, i.kind
