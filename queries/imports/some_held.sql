-- Các dòng của tệp đã được giữ riêng thành bảng hay chưa.
--
-- column: held | boolean | ``held_claim`` is there

select count(*) > 0 as held from duckdb_tables() where temporary and table_name = 'held_claim'
