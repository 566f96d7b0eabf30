-- Bỏ khung nhìn known_link: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: known_link

drop view if exists known_link
