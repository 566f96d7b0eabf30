-- Dòng tổng mà văn bản ghi, đặt cạnh tổng cộng lại từ các dòng, khi hai số khác nhau.
--
-- Nothing is repaired: both figures stand. A sum over years takes of each row its figure of all years, or where there is none
-- its years added up; a sum over all sources takes of each row its own sum, or where there is none its sources added up.
-- Rows whose source nobody can tell are not compared by source.
--
-- internal: defines the derived table budget_gap
-- from: known_budget
-- column: document   | text    | document that states the sum
-- column: line       | int     | our own number of its cell
-- column: unit_code  | text    | territory whose document it is
-- column: part       | text    | table and row as printed
-- column: year       | int     | null = all years
-- column: source     | text    | as in the row
-- column: stated_vnd | decimal | the sum as stated, đồng
-- column: added_vnd  | decimal | the rows added up, đồng
-- column: excess_vnd | decimal | stated - added, đồng
-- column: sums       | text    | tables whose rows were added up
-- column: locator    | text    | place of the stated sum
-- unique: document, line
-- example: known_budget(line=1, sums=A, source=tổng, amount_vnd=5) known_budget(line=2, table_name=A, part=A1, source=tổng, amount_vnd=3) => stated_vnd=5, added_vnd=3, excess_vnd=2
-- example: known_budget(line=1, sums=A, source=tổng, amount_vnd=3) known_budget(line=2, table_name=A, part=A1, source=tổng, amount_vnd=3) => no row

create view budget_gap_by_ledger as
with cell as (
    select *, coalesce(bool_or(source = 'tổng') over (partition by document, part), false) as has_own_sum,
        coalesce(bool_or(year is null) over (partition by document, part, source), false) as has_whole
    from known_budget where sums is null and amount_vnd is not null
), added as (
    select s.document, s.line, sum(c.amount_vnd)::decimal(18, 0) as added_vnd
    from known_budget as s
    join cell as c on c.document = s.document and list_contains(string_split(s.sums, '; '), c.table_name)
        and (c.source = s.source or s.source = 'tổng' and not c.has_own_sum)
        and (c.year = s.year or s.year is null and (c.year is null or not c.has_whole))
    where s.sums is not null and s.amount_vnd is not null and s.source <> 'không rõ cột nguồn'
    group by all
)
select s.document, s.line, s.unit_code, s.part, s.year, s.source, s.amount_vnd as stated_vnd, a.added_vnd,
    (s.amount_vnd - a.added_vnd)::decimal(18, 0) as excess_vnd, s.sums, s.locator
from known_budget as s join added as a on a.document = s.document and a.line = s.line
where s.amount_vnd <> a.added_vnd
