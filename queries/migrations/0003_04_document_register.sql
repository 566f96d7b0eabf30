-- Bỏ khung nhìn document_register: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: document_register

drop view if exists document_register
