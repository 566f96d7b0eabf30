-- Điều cho biết quy tắc nào của bước "first" có thể thấy gì: xem ``only`` của quy tắc.
--
-- column: known      | bigint  | claims of the file of which the store has one
-- column: registered | boolean | a row cites a document of the register

with told as (
    select (select count(*) from existing_claim) as known,
        (select bool_or(registered) from cited_document) as registered
)
select told.* from told
