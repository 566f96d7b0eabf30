-- Một chỉ tiêu đo gì: định nghĩa, tử số, mẫu số, ai chịu trách nhiệm.
--
-- param:  indicator_id     | text | catalogue id, or 'any' for all
-- column: indicator_id     | text | catalogue id
-- column: name             | text | full name
-- column: short_name       | text | for chart labels
-- column: pillar_name      | text | as on the screen
-- column: unit_of_measure  | text | '%', 'người' ...
-- column: direction        | text | 'higher', 'lower', 'none'
-- column: kind             | text | 'ratio', 'count', 'rate', 'money', 'rank', 'milestone'
-- column: numerator        | text | null = not named
-- column: denominator      | text | null = not named
-- column: definition       | text | what counts and what does not
-- column: owner            | text | null = no document names one
-- column: review_date      | date | next look at the definition
-- column: predecessor      | text | null = none
-- column: predecessor_name | text | null = none
-- column: aliases          | text | null = none
-- column: note             | text | null = nothing to say
-- unique: indicator_id

select i.indicator_id, i.name, i.short_name, i.pillar_name, i.unit_of_measure, i.direction, i.kind, i.numerator,
    i.denominator, i.definition, i.owner, i.review_date, i.predecessor, p.name as predecessor_name, i.aliases, i.note
from indicator_catalogue as i
left join indicator_catalogue as p on p.indicator_id = i.predecessor
where $indicator_id = 'any' or i.indicator_id = $indicator_id
order by i.indicator_id
