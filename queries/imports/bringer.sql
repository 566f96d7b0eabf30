-- Ai mang tệp đến và được giao những địa bàn nào, để xét quyền của từng dòng.
--
-- makes: bringer
-- param:  territories | text | unit codes joined by commas; '*' = everything
-- param:  name        | text | account name
-- column: territory   | text | code of a unit, or '*'
-- column: name        | text | account name

create temp table bringer as
select unnest(string_split($territories, ',')) as territory, $name as name
