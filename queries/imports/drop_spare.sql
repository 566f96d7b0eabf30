-- Bỏ dòng lặp y hệt và phần rút không có gì để rút, để mỗi số liệu chỉ ghi một lần.
--
-- column: row_number | bigint | row of the file

delete from incoming_claim
where withdrawn and places = 0
    or row_number > (
        select min(twin.row_number) from incoming_claim as twin
        where twin.kind = incoming_claim.kind and twin.province_code = incoming_claim.province_code and twin.year = incoming_claim.year
            and twin.indicator_id = incoming_claim.indicator_id and twin.unit_id = incoming_claim.unit_id and twin.level = incoming_claim.level
            and twin.period = incoming_claim.period and twin.document = incoming_claim.document
            and twin.locator is not distinct from incoming_claim.locator
            and twin.as_written = incoming_claim.as_written and twin.unchanged = incoming_claim.unchanged)
        and not unchanged
