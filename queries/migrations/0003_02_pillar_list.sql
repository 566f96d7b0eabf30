-- Bỏ khung nhìn pillar_list: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: pillar_list

drop view if exists pillar_list
