-- Bỏ khung nhìn unit_today: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: unit_today

drop view if exists unit_today
