-- Phần thứ mấy của một danh sách viết liền bằng dấu phẩy; không có thì phần thứ nhất.
--
-- For a filter that names up to so many values one by one: a place that nobody filled repeats the first one. An empty text in its place would
-- lie before every other, and the scan could leave out nothing.
-- column: part | text | the part at that place, counted from 1; the first one where the list is shorter

create or replace macro listed_text(listed, place) as
    coalesce(nullif(split_part(listed, ',', place), ''), split_part(listed, ',', 1))
