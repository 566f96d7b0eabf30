-- Kết quả bằng số tính lại theo đơn vị của hôm nay, của những đơn vị do nơi khác hợp thành.
--
-- Of the units of today that others became (unit_today.alone is not true):
--   a share = 100 (or 1) * sum of numerators / sum of denominators; a count or an amount = the sum of the numbers; never a sum or a mean
--   of shares. One predecessor that came whole keeps its own number.
--   reason 'incomplete': some predecessor gave no number, or a share without its parts; what is there is summed, known of parts are said.
--   reason 'split': a predecessor was divided; a share leaves it out and is approximate, a count is not computed.
--   reason 'parts': no predecessor gave numerator and denominator. 'kind': a rate, a rank or a milestone. 'accumulation': the catalogue does
--   not say how the numbers add up. For these three there is no number.
-- A view of its own, because the course of one unit asks for nothing else of unit_value.
--
-- internal: the part of unit_value that is put together
-- from: unit_number, unit, unit_today
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
-- column: reason        | text    | why the number is approximate or missing, see above; null = nothing to say
-- column: self          | boolean | the unit itself gave a number of that period
-- unique: indicator_id, unit_id, level, year, period
-- example: unit_number(actual=10, level=commune, unit_id=a, kind=count, accumulation=at_date) unit_number(actual=20, level=commune, unit_id=b, kind=count, accumulation=at_date) unit(unit_id=a, level=commune, valid_from=2016-01-01) unit(unit_id=b, level=commune, valid_from=2016-01-01) unit(unit_id=c, level=commune, valid_from=2016-01-01) unit_today(unit_id=a, today_id=n, today_province=42, split=false) unit_today(unit_id=b, today_id=n, today_province=42, split=false) unit_today(unit_id=c, today_id=n, today_province=42, split=false) => actual=30, parts=3, known=2, reason=incomplete
-- example: unit_number(unit_id=a, actual=50, numerator=50, denominator=100, kind=ratio, accumulation=at_date) unit_number(unit_id=b, actual=10, numerator=30, denominator=300, kind=ratio, accumulation=at_date) unit(unit_id=a, level=commune, valid_from=2016-01-01) unit(unit_id=b, level=commune, valid_from=2016-01-01) unit_today(unit_id=a, today_id=n, today_province=42, split=false) unit_today(unit_id=b, today_id=n, today_province=42, split=false) => actual=20, parts=2, known=2, reason=null
-- example: unit_number(unit_id=a, actual=50, kind=ratio, accumulation=at_date) unit_number(unit_id=b, actual=10, kind=ratio, accumulation=at_date) unit(unit_id=a, level=commune, valid_from=2016-01-01) unit(unit_id=b, level=commune, valid_from=2016-01-01) unit_today(unit_id=a, today_id=n, today_province=42, split=false) unit_today(unit_id=b, today_id=n, today_province=42, split=false) => actual=null, reason=parts
-- example: unit_number(unit_id=a, actual=50, kind=count, accumulation=at_date) unit_number(unit_id=b, actual=10, kind=count, accumulation=at_date) unit(unit_id=a, level=commune, valid_from=2016-01-01) unit(unit_id=b, level=commune, valid_from=2016-01-01) unit_today(unit_id=a, today_id=n, today_province=42, split=false) unit_today(unit_id=b, today_id=n, today_province=42, split=true) => actual=null, reason=split
-- example: unit_number(unit_id=a, actual=50, numerator=50, denominator=100, kind=ratio, accumulation=at_date) unit_number(unit_id=b, actual=10, numerator=30, denominator=300, kind=ratio, accumulation=at_date) unit(unit_id=a, level=commune, valid_from=2016-01-01) unit(unit_id=b, level=commune, valid_from=2016-01-01) unit_today(unit_id=a, today_id=n, today_province=42, split=false) unit_today(unit_id=b, today_id=n, today_province=42, split=true) => actual=50, parts=2, known=1, reason=split
-- example: unit_number(unit_id=a, actual=0, numerator=0, denominator=120, kind=ratio) unit(unit_id=a, level=commune, valid_from=2016-01-01) unit_today(unit_id=a, today_id=n, today_province=42, split=false) => actual=0, parts=1, reason=null

create view unit_merged as
with gathered as (
    select t.today_province as province_code, f.indicator_id, f.level, f.year, f.period, f.period_end, t.today_id as unit_id,
        f.lower_first, f.kind, f.accumulation, f.unit_of_measure, any_value(f.actual) as own, bool_or(f.unit_id = t.today_id) as self, sum(f.actual::decimal(18, 4)) filter (where not t.split)::double as total,
        sum(f.numerator) filter (where not t.split and f.denominator is not null)::decimal(18, 4) as numerator,
        sum(f.denominator) filter (where not t.split and f.numerator is not null)::decimal(18, 4) as denominator,
        count(*) filter (where not t.split) as numbers,
        count(*) filter (where not t.split and f.numerator is not null and f.denominator is not null) as fractions
    from unit_number as f
    join unit_today as t on t.unit_id = f.unit_id and t.alone is not true
    group by all
),
counted as (
    select g.*, count(*) as parts, count(*) filter (where t.split) as splits
    from gathered as g
    join unit_today as t on t.today_id = g.unit_id
    join unit as u on u.unit_id = t.unit_id and u.valid_from <= g.period_end and (u.valid_to is null or u.valid_to > g.period_end)
    group by all
),
explained as (
    select *, case when kind = 'ratio' then fractions else numbers end as known,
        case
            when parts = 1 and splits = 0 then null
            when kind not in ('ratio', 'count', 'money') then 'kind'
            when accumulation is null then 'accumulation'
            when kind = 'ratio' and coalesce(denominator, 0) = 0 then 'parts'
            when splits > 0 then 'split'
            when case when kind = 'ratio' then fractions else numbers end < parts then 'incomplete'
        end as reason
    from counted
)
select province_code, indicator_id, level, year, period, period_end, unit_id, lower_first,
    case
        when parts = 1 and splits = 0 then own
        when reason in ('kind', 'accumulation', 'parts') then null
        when kind = 'ratio' then case when unit_of_measure = '%' then 100 else 1 end * numerator::double / denominator::double
        when splits = 0 then total
    end as actual,
    case when kind = 'ratio' then numerator end as numerator, case when kind = 'ratio' then denominator end as denominator, parts,
    case when parts = 1 and splits = 0 then 1 else known end as known, reason, self
from explained
