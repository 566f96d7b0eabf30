-- Bỏ khung nhìn index_weight: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: index_weight

drop view if exists index_weight
