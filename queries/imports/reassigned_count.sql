-- Bao nhiêu dòng của lần cập nhật bị rút đã thành dòng của từng lần cập nhật sau.
--
-- column: upload_id | bigint | upload that keeps them
-- column: rows      | bigint | how many
-- unique: upload_id

select upload_id, count(*) as rows from reassigned_row group by upload_id order by upload_id
