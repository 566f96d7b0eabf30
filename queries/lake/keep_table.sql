-- Chép một bảng của kho chung ra tệp, đúng như nó đang có.
--
-- ``incoming`` holds the rows while the statement runs; ``any_name`` stands for the table's name.

create table any_name as select * from incoming
