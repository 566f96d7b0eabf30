-- Tệp có dòng lặp, hoặc có phần rút mà không có gì để rút hay không.
--
-- column: spare | boolean | ``drop_duplicates`` finds something to look at

select (select count(*) from duplicate_claim) > 0 or (select count(*) from incoming_claim where withdrawn and places = 0) > 0 as spare
