-- Bao nhiêu dòng sổ cái của một tỉnh ở mỗi năm trong một khoảng năm.
--
-- param:  province | text   | province
-- param:  first    | int    | first year
-- param:  last     | int    | last year
-- column: year     | int    | calendar year
-- column: rows     | bigint | rows of the ledgers, of uploads that were taken back as well
-- unique: year

select year, sum(targets + results)::bigint as rows
from upload_scope
where province_code = $province and year between $first and $last
group by year
order by year
