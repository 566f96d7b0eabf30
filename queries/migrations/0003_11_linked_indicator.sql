-- Bỏ khung nhìn linked_indicator: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: linked_indicator

drop view if exists linked_indicator
