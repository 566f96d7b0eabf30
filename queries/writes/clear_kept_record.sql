-- Bỏ nhật ký truy cập khỏi một bản sao, sau khi đã lấy ra hoặc trước khi ghi bản mới.
--
-- writes: kept_record

delete from kept_record
