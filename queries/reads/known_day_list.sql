-- Những ngày mà kho số liệu biết thêm điều gì: có lần cập nhật, hoặc có lần thu hồi.
--
-- The first of them is the day on which the store was made: before it nothing was known. Days in Viet Nam.
--
-- column: day     | date   | in Viet Nam, the latest first
-- column: uploads | bigint | uploads of the day
-- column: undone  | bigint | uploads that were taken back on it
-- unique: day

select day, sum(uploads)::bigint as uploads, sum(undone)::bigint as undone
from (
    select timezone('Asia/Ho_Chi_Minh', timezone('UTC', uploaded_at))::date as day, 1 as uploads, 0 as undone from upload
    union all
    select timezone('Asia/Ho_Chi_Minh', timezone('UTC', undone_at))::date, 0, 1 from upload_undo
) as known
group by day
order by day desc
