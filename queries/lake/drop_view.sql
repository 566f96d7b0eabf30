-- Bỏ một khung nhìn của kho chung, để làm lại.
--
-- ``any_name`` stands for its name.

drop view any_name
