-- Bỏ khung nhìn budget_gap: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: budget_gap

drop view if exists budget_gap
