-- Những chỉ tiêu chính gần giống tên mà danh mục để riêng: vì sao không đặt cạnh nhau như một.
--
-- Each pair stands here twice, once in each direction; which units have one and not the other is for whoever puts units side by side to
-- say. Pairs that the catalogue speaks of stand first, then the most alike.
--
-- column: indicator_id      | text    | one of them
-- column: indicator_name    | text    | full name
-- column: definition        | text    | what counts and what does not
-- column: numerator         | text    | null = not named
-- column: denominator       | text    | null = not named
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: note              | text    | why it is kept apart; null = nothing to say
-- column: pillar_order      | int     | order of the plans' headings
-- column: other_id          | text    | the other one
-- column: other_name        | text    | full name
-- column: other_definition  | text    | what counts and what does not
-- column: other_numerator   | text    | null = not named
-- column: other_denominator | text    | null = not named
-- column: other_unit_of_measure | text | '%', 'người' ...
-- column: other_note        | text    | why it is kept apart; null = nothing to say
-- column: noted             | boolean | the catalogue says why they are kept apart
-- column: alike             | double  | words that both names share, 0 to 1
-- unique: indicator_id, other_id

select x.indicator_id, x.name as indicator_name, x.definition, x.numerator, x.denominator, x.unit_of_measure, x.note,
    x.pillar_order, y.indicator_id as other_id, y.name as other_name, y.definition as other_definition,
    y.numerator as other_numerator, y.denominator as other_denominator, y.unit_of_measure as other_unit_of_measure,
    y.note as other_note, n.noted, n.alike
from near_indicator as n
join indicator_catalogue as x on x.indicator_id = n.indicator_id
join indicator_catalogue as y on y.indicator_id = n.other_id
order by n.noted desc, n.alike desc, x.pillar_order, x.indicator_id, y.indicator_id
