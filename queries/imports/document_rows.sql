-- Các dòng của sổ văn bản đang có hiệu lực, đủ mọi cột của mẫu.
--
-- like:   document
-- unique: number

select document.* exclude (upload_id)
from document join live_upload on live_upload.upload_id = document.upload_id
qualify row_number() over (partition by document.number order by document.upload_id desc) = 1
order by document.number
