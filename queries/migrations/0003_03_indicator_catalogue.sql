-- Bỏ khung nhìn indicator_catalogue: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: indicator_catalogue

drop view if exists indicator_catalogue
