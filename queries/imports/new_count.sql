-- Bao nhiêu số liệu của tệp mà kho chưa biết.
--
-- column: rows | bigint | how many would be written

select count(*) as rows from incoming_claim where not unchanged order by 1
