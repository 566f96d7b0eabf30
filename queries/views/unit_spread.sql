-- Trung vị, thấp nhất, cao nhất của các đơn vị một cấp có số trong một kỳ.
--
-- The same as in ``unit_standing``, without ranks: kept ready, because the sheet of a unit, its course and the table of units ask it of every indicator and period.
--
-- internal: defines the derived table current_spread
-- from: unit_value
-- column: units_of      | text   | 'then' or 'today'
-- column: province_code | text   | province of the units
-- column: indicator_id  | text   | catalogue id
-- column: level         | text   | 'district' or 'commune'
-- column: year          | int    | calendar year
-- column: period        | text   | N, 2T..11T, Q1..Q4, T1..T12
-- column: units         | bigint | units with a number
-- column: median        | double | of their numbers, in the indicator's unit
-- column: lowest        | double | smallest number
-- column: highest       | double | largest number
-- unique: units_of, province_code, indicator_id, level, year, period
-- example: unit_value(unit_id=a, actual=10) unit_value(unit_id=b, actual=20) unit_value(unit_id=c, actual=60) unit_value(unit_id=d, actual=null) => units=3, median=20, lowest=10, highest=60
-- example: unit_value(unit_id=a, actual=0) unit_value(unit_id=b, actual=20) => units=2, median=10, lowest=0, highest=20

create view unit_spread as
select units_of, province_code, indicator_id, level, year, period, count(*) as units, median(actual) as median, min(actual) as lowest, max(actual) as highest
from unit_value
where actual is not null
group by units_of, province_code, indicator_id, level, year, period
