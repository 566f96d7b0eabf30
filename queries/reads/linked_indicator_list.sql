-- Những chỉ tiêu của một địa bàn mà bên cạnh có số liệu của chỉ tiêu gần nghĩa, cùng đơn vị tính.
--
-- Those for which ``related_figure_list`` has rows: the page of any other one does not ask it.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id       | text | territory
-- column: indicator_id  | text | catalogue id
-- column: other_id      | text | the one beside it
-- unique: indicator_id, other_id

select distinct l.indicator_id, l.other_id
from linked_indicator as l
join indicator_catalogue as i on i.indicator_id = l.indicator_id
join current_figure as f on f.indicator_id = l.other_id and f.unit_of_measure = i.unit_of_measure
where f.province_code = $province_code and f.unit_id = $unit_id
order by l.indicator_id, l.other_id
