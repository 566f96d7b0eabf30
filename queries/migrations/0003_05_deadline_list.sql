-- Bỏ khung nhìn deadline_list: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: deadline_list

drop view if exists deadline_list
