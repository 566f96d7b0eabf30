-- Mọi chỗ số liệu tự mâu thuẫn hoặc còn thiếu, mỗi chỗ một dòng.
--
-- A check is a view finding_<name> with these columns, named here once; the last one only where two indicators clash.
--
-- internal: what finding publishes, with the territory and the figure it is about
-- from: finding_below_province, finding_budget, finding_conflicting, finding_disputed, finding_easy, finding_fraction, finding_impossible, finding_jumped, finding_lowered, finding_ownerless, finding_reversed, finding_stated_only, finding_summed, finding_two_names, finding_undated, finding_unmeasured, finding_unreviewed
-- column: check_name     | text    | which check found it
-- column: severity       | text    | 'severe', 'warning' or 'note'
-- column: province_code  | text    | province of the unit
-- column: unit_id        | text    | territory it is about
-- column: indicator_id   | text    | catalogue id; null = about no single indicator
-- column: level          | text    | whose figure; null = about no single figure
-- column: year           | int     | null = about no single year
-- column: period         | text    | null = about no single period
-- column: subject        | text    | what it is about, in words
-- column: said           | text    | one side, as written or counted
-- column: document       | text    | where it stands; null = in no document
-- column: locator        | text    | place in it; null = not given
-- column: other          | text    | the other side
-- column: other_document | text    | where that stands; null = counted from the data
-- column: other_locator  | text    | place in it; null = not given
-- column: off            | decimal | how far the sides are apart, in unit_of_measure; null = not in numbers
-- column: unit_of_measure | text    | of off; null = not in numbers
-- column: other_indicator_id | text | the indicator of the other side; null = the same, or none

create view finding_row as
select * from finding_conflicting
union all by name
select * from finding_disputed
union all by name
select * from finding_impossible
union all by name
select * from finding_lowered
union all by name
select * from finding_easy
union all by name
select * from finding_below_province
union all by name
select * from finding_two_names
union all by name
select * from finding_budget
union all by name
select * from finding_stated_only
union all by name
select * from finding_summed
union all by name
select * from finding_reversed
union all by name
select * from finding_undated
union all by name
select * from finding_ownerless
union all by name
select * from finding_jumped
union all by name
select * from finding_unmeasured
union all by name
select * from finding_fraction
union all by name
select * from finding_unreviewed
