-- Kho có bao nhiêu dòng số liệu dẫn xuất.
--
-- column: figures | bigint | how many

select count(*) as figures from current_figure
