-- Bỏ những số của tệp mà số đã lưu ở cùng chỗ được giữ lại.
--
-- ``kept_claim`` holds their rows and kinds while the step runs.
--
-- writes: held_claim

delete from held_claim
where (row_number, kind) in (select row_number, kind from kept_claim)
