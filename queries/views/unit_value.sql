-- Kết quả bằng số của từng đơn vị huyện, xã: như đơn vị đã báo, và tính lại theo đơn vị của hôm nay.
--
-- units_of = 'then': the unit as it was in the period, its own number; a claim that only repeats its target is no number.
-- units_of = 'today': the units of today, from those that became them, see unit_merged.
-- A unit of today that no other one became (unit_today.alone) is not put together from anything: its numbers pass as they are.
--
-- internal: one value a unit, on either map
-- from: unit_number, unit_merged, unit, unit_today
-- column: units_of      | text    | 'then' or 'today'
-- column: province_code | text    | province of the unit
-- column: indicator_id  | text    | catalogue id
-- column: level         | text    | 'district' or 'commune'
-- column: year          | int     | calendar year
-- column: period        | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end    | date    | last day of the period
-- column: unit_id       | text    | unit
-- column: lower_first   | boolean | less is better
-- column: actual        | double  | in the indicator's unit; null = not computable
-- column: numerator     | decimal | null = not given, or not a share
-- column: denominator   | decimal | null = not given, or not a share
-- column: parts         | bigint  | units of the period that became this one; 1 = itself
-- column: known         | bigint  | of these, how many gave a number that counts
-- column: reason        | text    | why the number is approximate or missing, see unit_merged; null = nothing to say
-- unique: units_of, indicator_id, unit_id, level, year, period
-- example: unit_number(actual=20, level=commune, unit_id=a, kind=count, accumulation=at_date) unit(unit_id=a, level=commune, valid_from=2016-01-01) unit_today(unit_id=a, today_id=a, today_province=42, split=false) => units_of=then, actual=20, parts=1
-- example: unit_number(unit_id=a, actual=20, numerator=1, denominator=5, kind=ratio) unit(unit_id=a, level=commune, valid_from=2016-01-01) unit_today(unit_id=a, today_id=a, today_province=42, split=false, alone=true) => units_of=today, actual=20, numerator=1, denominator=5, parts=1, known=1, reason=null
-- example: unit_number(unit_id=a, actual=20, kind=count) unit(unit_id=a, level=commune, valid_from=2030-01-01) unit_today(unit_id=a, today_id=a, today_province=42, split=false, alone=true) => units_of=then, actual=20
-- example: unit_merged(actual=30, parts=3, known=2, reason=incomplete) => units_of=today, actual=30, parts=3, known=2, reason=incomplete

create view unit_value as
select 'then' as units_of, province_code, indicator_id, level, year, period, period_end, unit_id, lower_first, actual, numerator, denominator,
    1::bigint as parts, 1::bigint as known, null::varchar as reason
from unit_number
union all
select 'today', t.today_province, f.indicator_id, f.level, f.year, f.period, f.period_end, f.unit_id, f.lower_first, f.actual,
    case when f.kind = 'ratio' and f.denominator is not null then f.numerator end, case when f.kind = 'ratio' and f.numerator is not null then f.denominator end, 1, 1, null
from unit_number as f
join unit_today as t on t.unit_id = f.unit_id and t.alone
join unit as u on u.unit_id = f.unit_id and u.valid_from <= f.period_end and (u.valid_to is null or u.valid_to > f.period_end)
union all
select 'today', province_code, indicator_id, level, year, period, period_end, unit_id, lower_first, actual, numerator, denominator, parts, known, reason
from unit_merged
