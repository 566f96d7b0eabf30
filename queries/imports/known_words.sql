-- Những lời văn mà các văn bản đã dùng thay cho con số, và cách viết của các mục tiêu.
--
-- column: kind       | text | 'target' or 'result'
-- column: as_written | text | short form of the document
-- unique: kind, as_written

select distinct kind, as_written
from current_claim
where kind = 'target' or actual is null
order by kind, as_written
