-- Những năm mà một địa bàn có mục tiêu hoặc kết quả.
--
-- param:  unit_id | text | territory
-- column: year    | int  | calendar year, newest first
-- column: targets | int  | target rows in the ledger
-- column: results | int  | result rows in the ledger
-- unique: year

select s.year, sum(s.targets)::int as targets, sum(s.results)::int as results
from upload_scope as s join live_upload as l on l.upload_id = s.upload_id
where s.unit_id = $unit_id
group by s.year
order by s.year desc
