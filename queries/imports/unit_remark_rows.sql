-- Nhận xét mới nhất mà các đơn vị tự nêu, đủ mọi cột của mẫu.
--
-- like:   unit_remark
-- unique: unit_code, indicator_id, year, kind

select unit_remark.* exclude (upload_id)
from unit_remark join live_upload on live_upload.upload_id = unit_remark.upload_id
qualify row_number() over (partition by unit_remark.unit_code, unit_remark.indicator_id, unit_remark.year, unit_remark.kind order by unit_remark.upload_id desc) = 1
order by unit_remark.unit_code, unit_remark.indicator_id, unit_remark.year, unit_remark.kind
