-- Những dòng tổng của các văn bản một địa bàn mà cộng lại từ các dòng thì ra số khác: cả hai số.
--
-- param:  unit_id    | text    | territory
-- column: document   | text    | document that states the sum
-- column: line       | int     | our own number of its cell
-- column: part       | text    | table and row as printed
-- column: year       | int     | null = all years
-- column: source     | text    | as in the row
-- column: stated_vnd | decimal | the sum as stated, đồng
-- column: added_vnd  | decimal | the rows added up, đồng
-- column: excess_vnd | decimal | stated - added, đồng
-- column: sums       | text    | tables whose rows were added up
-- column: locator    | text    | place of the stated sum
-- unique: document, line

select
    document, line, part, year, source, stated_vnd, added_vnd, excess_vnd, sums, locator
from budget_gap
where unit_code = string_split($unit_id, '-')[1]
order by document, line
