-- Kết quả ghi cả tỷ lệ lẫn tử số, mẫu số mà hai cách tính lệch nhau quá nửa điểm %.
--
-- severity: stop
-- param:  since_upload | bigint  | first upload looked at; 0 = all
-- column: upload_id    | bigint  | upload
-- column: row_number   | bigint  | row of its file
-- column: value        | decimal | share as written
-- column: computed     | double  | 100 * numerator / denominator

select r.upload_id, r.row_number, r.value, 100 * r.numerator::double / nullif(r.denominator, 0)::double as computed
from result as r join indicator_catalogue as i on i.indicator_id = r.indicator_id
where r.upload_id >= $since_upload and i.unit_of_measure = '%'
    and abs(r.value - 100 * r.numerator::double / nullif(r.denominator, 0)::double) > 0.5
order by r.upload_id, r.row_number
