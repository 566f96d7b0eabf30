-- Các chỉ tiêu mà một tệp có thể nêu.
--
-- column: indicator_id    | text | catalogue id
-- column: short_name      | text | for messages
-- column: unit_of_measure | text | '%', 'người' ...
-- column: direction       | text | 'higher', 'lower', 'none'
-- column: kind            | text | 'ratio', 'count', 'rate', 'money', 'rank', 'milestone'
-- column: levels          | text | joined by '/'
-- column: name            | text | full name
-- unique: indicator_id

select indicator_id, short_name, unit_of_measure, direction, kind, levels, name
from indicator_catalogue
order by indicator_id
