-- Bỏ những dòng của tệp không được ghi ra khỏi phần ghi và phần so sánh.
--
-- ``refused_row`` holds their numbers while the step runs.
--
-- writes: held_claim

delete from held_claim
where row_number in (select row_number from refused_row)
