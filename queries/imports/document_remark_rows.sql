-- Nhận xét của các văn bản đang có hiệu lực, đủ mọi cột của mẫu.
--
-- like:   document_remark
-- unique: remark_id

select document_remark.* exclude (upload_id)
from document_remark join live_upload on live_upload.upload_id = document_remark.upload_id
qualify row_number() over (partition by document_remark.remark_id order by document_remark.upload_id desc) = 1
order by document_remark.remark_id
