-- Quyết định mới nhất về từng chỗ mâu thuẫn, đủ mọi cột của mẫu.
--
-- like:   finding_decision
-- unique: finding_id

select finding_decision.* exclude (upload_id)
from finding_decision join live_upload on live_upload.upload_id = finding_decision.upload_id
qualify row_number() over (partition by finding_decision.finding_id order by finding_decision.upload_id desc) = 1
order by finding_decision.finding_id
