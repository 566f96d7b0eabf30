-- Từ nay các dòng của tệp là những dòng đã giữ riêng trong ``held_claim``.
--
-- The part without a row is there for the planner, which takes what this transaction wrote for no rows; see ``sheet``.
--
-- makes: incoming_claim
-- column: row_number      | bigint  | row of the file, as Excel counts
-- column: kind            | text    | 'target' or 'result'
-- column: province_code   | text    | province of the unit
-- column: indicator_id    | text    | catalogue id
-- column: unit_id         | text    | unit as it was in the period
-- column: level           | text    | whose figure
-- column: year            | int     | calendar year
-- column: period          | text    | N, 2T..11T, Q1..Q4, T1..T12
-- column: period_end      | date    | last day of the period; null = of a claim that stands in no row of the file
-- column: document        | text    | number
-- column: locator         | text    | place in the document; null = not given
-- column: withdrawn       | boolean | the row takes the claim back
-- column: note            | text    | null = none
-- column: as_written      | text    | as the row writes it
-- column: explicit        | boolean | the full form: operator, ends and wording each in a column of its own
-- column: op              | text    | >=, >, =, <=, <, range; null = a milestone, or a result
-- column: low             | decimal | low end; null = none
-- column: high            | decimal | high end; null = none
-- column: value           | decimal | in the indicator's unit; null = in words, a span, or a fraction
-- column: numerator       | decimal | null = not given
-- column: denominator     | decimal | null = not given
-- column: qualifier       | text    | exact, about, over, nearly, estimate; null = not said
-- column: as_of           | date    | day the figure stands for; null = not stated
-- column: stated_status   | text    | what the document says; null = nothing
-- column: basis           | text    | 'measured', 'stated' or 'words'; null = not said, or a target
-- column: unit_of_measure | text    | of the indicator
-- column: actual          | decimal | value, or what numerator and denominator make; null = in words, a span, or a target
-- column: self_stated     | boolean | its bringer is not in charge of the whole province: the unit's own word
-- column: places          | bigint  | places at which the document already speaks of the figure; 0 = none
-- column: unchanged       | boolean | the store says already what the row says

create or replace temp view incoming_claim as
select * from held_claim
union all by name
(select range as row_number, range::varchar as kind, range::varchar as level, range::varchar as document, range < 0 as withdrawn, range::smallint as year,
    range::varchar as period, range::varchar as unit_id, range::varchar as province_code, range::varchar as indicator_id,
    range::varchar as unit_of_measure, range::decimal(18, 4) as low, range::decimal(18, 4) as value, range::decimal(18, 4) as actual,
    range > 0 as self_stated, range as places, range < 0 as unchanged
 from range(1000000) limit (select 0))
