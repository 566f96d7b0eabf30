-- Bỏ khung nhìn unit_remark_version: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: unit_remark_version

drop view if exists unit_remark_version
