-- Các dòng của mọi bộ điểm đang được tính, đủ mọi cột của mẫu.
--
-- like:   weight
-- unique: index_id, level, valid_from, line

select *
from index_weight
order by index_id, level, valid_from, line
