-- Số của câu trả lời sắp ghi.
--
-- column: answer_id | bigint | one more than the greatest there is

select coalesce(max(answer_id), 0) + 1 as answer_id from doubt_answer order by 1
