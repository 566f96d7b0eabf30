-- Kho đã biết số liệu nào của tệp chưa.
--
-- column: known | boolean | it knows at least one

select count(*) > 0 as known from existing_claim
