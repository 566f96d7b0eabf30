-- Bỏ khung nhìn near_indicator: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: near_indicator

drop view if exists near_indicator
