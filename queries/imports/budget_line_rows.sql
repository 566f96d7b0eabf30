-- Các ô tiền đang có hiệu lực, đủ mọi cột của mẫu.
--
-- like:   budget_line
-- unique: document, line

select budget_line.* exclude (upload_id)
from budget_line join live_upload on live_upload.upload_id = budget_line.upload_id
qualify row_number() over (partition by budget_line.document, budget_line.line order by budget_line.upload_id desc) = 1
order by budget_line.document, budget_line.line
