-- Các dòng của phần so sánh, thay đổi trước, giữ nguyên sau.
--
-- param:  most           | bigint  | how many rows at most
-- column: row_number     | bigint  | row of the file
-- column: kind           | text    | 'target' or 'result'
-- column: indicator_id   | text    | catalogue id
-- column: indicator_name | text    | short name
-- column: unit_name      | text    | with prefix
-- column: level          | text    | whose figure
-- column: year           | int     | calendar year
-- column: period         | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: document       | text    | number
-- column: locator        | text    | null = not given
-- column: change         | text    | new, changed, restated, beside, withdrawn, unchanged
-- column: before_text    | text    | as written; null = nothing was shown
-- column: after_text     | text    | as written; null = withdrawn
-- column: before_value   | decimal | null = none
-- column: after_value    | decimal | null = none
-- column: unit_of_measure | text   | of the indicator
-- column: before_status  | text    | null = no figure before
-- column: after_status   | text    | null = no figure after
-- column: others         | text    | what other documents say against it; null = nothing

with first_ones as (
    select * from difference
    order by list_position(['changed', 'withdrawn', 'new', 'restated', 'beside', 'unchanged'], change), row_number, kind desc
    limit $most
)
select d.row_number, d.kind, d.indicator_id, i.short_name as indicator_name, u.name as unit_name, d.level, d.year, d.period, d.document, d.locator,
    d.change, d.before_text, d.after_text, d.before_value, d.after_value, d.unit_of_measure, d.before_status, d.after_status, d.others
from first_ones as d
join indicator_catalogue as i on i.indicator_id = d.indicator_id
join unit as u on u.unit_id = d.unit_id
order by list_position(['changed', 'withdrawn', 'new', 'restated', 'beside', 'unchanged'], d.change), d.row_number, d.kind desc
