-- Những chỉ tiêu gần giống tên, mỗi bên chỉ một địa bàn có: vì sao không đặt cạnh nhau như một.
--
-- One side is an indicator that the first unit has and the other unit has not, the other side the reverse. Pairs that the
-- catalogue speaks of stand first, then the most alike.
--
-- param:  units             | text    | unit ids, joined by commas; the first one against each of the others
-- param:  provinces         | text    | the provinces of these units, joined by commas
-- column: indicator_id      | text    | of the first unit
-- column: indicator_name    | text    | full name
-- column: definition        | text    | what counts and what does not
-- column: numerator         | text    | null = not named
-- column: denominator       | text    | null = not named
-- column: unit_of_measure   | text    | '%', 'người' ...
-- column: note              | text    | why it is kept apart; null = nothing to say
-- column: other_unit_id     | text    | the other unit
-- column: other_id          | text    | its indicator
-- column: other_name        | text    | full name
-- column: other_definition  | text    | what counts and what does not
-- column: other_numerator   | text    | null = not named
-- column: other_denominator | text    | null = not named
-- column: other_unit_of_measure | text | '%', 'người' ...
-- column: other_note        | text    | why it is kept apart; null = nothing to say
-- column: noted             | boolean | the catalogue says why they are kept apart
-- column: alike             | double  | words that both names share, 0 to 1
-- unique: indicator_id, other_unit_id, other_id

with has as (
    select distinct f.unit_id, f.indicator_id
    from current_figure as f
    join indicator_catalogue as i on i.indicator_id = f.indicator_id and i.rank = 'headline'
    where f.unit_id in (listed_text($units, 1), listed_text($units, 2), listed_text($units, 3), listed_text($units, 4))
        and f.province_code in (listed_text($provinces, 1), listed_text($provinces, 2), listed_text($provinces, 3), listed_text($provinces, 4))
),
one as (select * from has where unit_id = string_split($units, ',')[1]),
other as (select * from has where unit_id <> string_split($units, ',')[1])
select x.indicator_id, x.name as indicator_name, x.definition, x.numerator, x.denominator, x.unit_of_measure, x.note,
    other.unit_id as other_unit_id, y.indicator_id as other_id, y.name as other_name, y.definition as other_definition,
    y.numerator as other_numerator, y.denominator as other_denominator, y.unit_of_measure as other_unit_of_measure,
    y.note as other_note, n.noted, n.alike
from near_indicator as n
join one on one.indicator_id = n.indicator_id
join other on other.indicator_id = n.other_id
join indicator_catalogue as x on x.indicator_id = n.indicator_id
join indicator_catalogue as y on y.indicator_id = n.other_id
where not exists (from one as also where also.indicator_id = n.other_id)
    and not exists (from other as also where also.unit_id = other.unit_id and also.indicator_id = n.indicator_id)
order by n.noted desc, n.alike desc, x.pillar_order, x.indicator_id, list_position(string_split($units, ','), other.unit_id), y.indicator_id
