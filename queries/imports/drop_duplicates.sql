-- Bỏ dòng lặp y hệt và phần rút không có gì để rút, để mỗi số liệu chỉ ghi một lần.
--
-- writes: held_claim

delete from held_claim
where withdrawn and places = 0
    or (row_number, kind) in (
        select row_number, kind from (
            select c.row_number, c.kind, row_number() over (
                partition by c.kind, c.province_code, c.indicator_id, c.unit_id, c.level, c.year, c.period, c.document, t.locator,
                    case when coalesce(c.actual, c.low, c.high) is null then c.as_written
                        else concat_ws('|', c.op, c.low, c.high, c.actual, c.numerator, c.as_of, c.withdrawn, c.note) end
                order by c.row_number) as place_in_file
            from held_claim as c
            join duplicate_claim as t
                on t.kind = c.kind and t.province_code = c.province_code and t.indicator_id = c.indicator_id and t.unit_id = c.unit_id
                and t.level = c.level and t.year = c.year and t.period = c.period and t.document = c.document
                and t.locator = coalesce(c.locator, '')
            where not c.unchanged)
        where place_in_file > 1)
