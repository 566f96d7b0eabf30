-- Những năm mà kho có số liệu của bất kỳ địa bàn nào, năm mới nhất đứng trước.
--
-- column: year | int | calendar year
-- unique: year

select distinct s.year::int as year
from upload_scope as s join live_upload as l on l.upload_id = s.upload_id
order by 1 desc
