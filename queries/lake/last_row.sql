-- Dòng cuối của một bảng, và số dòng của nó.
--
-- Rows that are added later stand behind it. ``any_table`` stands for the table's name.
-- column: last_row | bigint | its place in the table; -1 = the table is empty
-- column: rows     | bigint | how many there are

select coalesce(max(rowid), -1) as last_row, count(*) as rows from any_table
