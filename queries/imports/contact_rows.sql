-- Đầu mối mới nhất của từng cơ quan, đủ mọi cột của mẫu.
--
-- like:   contact
-- unique: unit_code, office

select contact.* exclude (upload_id)
from contact join live_upload on live_upload.upload_id = contact.upload_id
qualify row_number() over (partition by contact.unit_code, contact.office order by contact.upload_id desc) = 1
order by contact.unit_code, contact.office
