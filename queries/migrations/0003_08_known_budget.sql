-- Bỏ khung nhìn known_budget: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: known_budget

drop view if exists known_budget
