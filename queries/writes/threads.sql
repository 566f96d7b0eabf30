-- Bao nhiêu luồng đang được dùng để trả lời.
--
-- column: threads | int | how many

select current_setting('threads')::int as threads order by 1
