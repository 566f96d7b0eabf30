-- Số liệu của những đơn vị nào dẫn từng văn bản.
--
-- column: document | text | number
-- column: code     | text | code of a unit whose figures cite it
-- unique: document, code

select distinct c.document, u.code
from current_claim as c join unit as u on u.unit_id = c.unit_id
where not c.inherited
order by c.document, u.code
