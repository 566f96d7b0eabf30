-- Bỏ khung nhìn live_upload: từ bản này nó là một bảng dẫn xuất giữ sẵn.
--
-- writes: live_upload

drop view if exists live_upload
