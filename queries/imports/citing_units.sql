-- Số liệu của những đơn vị nào dẫn từng văn bản, và đơn vị có tự nêu hay không.
--
-- column: document    | text    | number
-- column: code        | text    | code of a unit whose figures cite it
-- column: self_stated | boolean | the unit states some of them itself
-- unique: document, code

select c.document, u.code, bool_or(c.self_stated) as self_stated
from current_claim as c join unit as u on u.unit_id = c.unit_id
where not c.inherited
group by c.document, u.code
order by c.document, u.code
