-- Phần kho của một tỉnh trong một khoảng năm có gần như chỉ do một lần cập nhật đưa vào hay không.
--
-- Then the ledgers hold it in the order that the derived tables have, but for a twentieth at most.
--
-- param:  province | text    | province
-- param:  first    | int     | first year
-- param:  last     | int     | last year
-- column: in_order | boolean | one upload brought 95% of the rows or more

select coalesce(max(rows) >= 0.95 * sum(rows), true) as in_order
from (
    select sum(targets + results) as rows
    from upload_scope
    where province_code = $province and year between $first and $last
    group by upload_id
)
