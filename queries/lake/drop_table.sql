-- Bỏ một bảng của kho chung, để làm lại; dòng của nó còn trong các bản ghi cũ tới khi dọn.
--
-- ``any_name`` stands for its name.

drop table any_name
