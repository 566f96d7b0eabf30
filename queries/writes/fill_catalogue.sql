-- Dẫn xuất lại một danh mục từ khung nhìn định nghĩa nó.
--
-- ``any_table`` and ``any_view`` stand for the names of the table and of the view that its header names.
--
-- writes: any_table

insert into any_table by name
select * from any_view
