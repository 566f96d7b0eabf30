-- Căn cứ nói đo được mà không có con số, hoặc nói bằng lời mà có con số.
--
-- stage: before
-- only:  odd_bases
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | what the row says

select row_number, 'can_cu' as header, case basis when 'words' then 'bằng lời' else 'đo được' end as found
from incoming_claim
where kind = 'result' and not withdrawn
    and (basis = 'words' and coalesce(actual, low, high) is not null or basis = 'measured' and coalesce(actual, low, high) is null)
order by row_number
