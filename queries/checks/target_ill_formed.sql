-- Mục tiêu có dấu nhưng thiếu số, có số nhưng thiếu dấu, hoặc khoảng viết ngược.
--
-- severity: stop
-- param:  since_upload | bigint  | first upload looked at; 0 = all
-- column: upload_id    | bigint  | upload
-- column: row_number   | bigint  | row of its file
-- column: op           | text    | as in the row
-- column: low          | decimal | as in the row
-- column: high         | decimal | as in the row

select upload_id, row_number, op, low, high
from target
where upload_id >= $since_upload and not coalesce(case op
        when '>=' then low is not null and high is null
        when '>' then low is not null and high is null
        when '=' then low is not null and high is null
        when '<=' then low is null and high is not null
        when '<' then low is null and high is not null
        when 'range' then low < high
        else op is null and low is null and high is null
    end, false)
order by upload_id, row_number
