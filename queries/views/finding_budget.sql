-- Kinh phí nói hai số: dòng tổng khác tổng cộng lại từ các dòng (budget_sum), hoặc hai bảng ghi hai số cho cùng một tổng (budget_tables).
--
-- The same total of two tables: the same rows added up, the same source. One row a stated total and source, or a pair of tables and source; the
-- years that are off are named. Both figures stand; nothing is repaired. Where rows of the list are lost with a page of the scan a sum that is too
-- large says less: a warning, with how many are lost.
--
-- internal: two kinds of what finding gathers
-- from: budget_gap, current_task, known_budget, unit
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
-- example: budget_gap(part=Phụ lục, source=tổng, stated_vnd=95200000000, added_vnd=74200000000, excess_vnd=21000000000, line=1, unit_code=42, year=null) unit(unit_id=42) => check_name=budget_sum, said=95.200 triệu đồng, other=cộng các dòng: 74.200 triệu đồng, off=21000
-- example: known_budget(line=1, table_name=A, part=A, sums=1; 2, source=tổng, unit_code=42, year=null, amount_vnd=1410498000000) known_budget(line=2, table_name=B, part=B, sums=1; 2, source=tổng, unit_code=42, year=null, amount_vnd=1438798000000) unit(unit_id=42) => check_name=budget_tables, said=1.410.498 triệu đồng, other=1.438.798 triệu đồng, off=28300
-- example: known_budget(line=1, table_name=A, part=A, sums=1; 2, source=tổng, unit_code=42, amount_vnd=5) known_budget(line=2, table_name=B, part=B, sums=1; 2, source=tổng, unit_code=42, amount_vnd=5) unit(unit_id=42) => no row
-- example: budget_gap(part=Phụ lục, source=tổng, stated_vnd=95200000000, added_vnd=74200000000, excess_vnd=21000000000, line=1, unit_code=42, year=null, sums=Phụ lục) current_task(task_id=T, list=Phụ lục, damaged=true, name=null) unit(unit_id=42) => severity=warning, other=cộng các dòng: 74.200 triệu đồng (1 dòng bị mất ở trang quét)

create view finding_budget as
with clash as (
    select 'budget_sum' as check_name, document, unit_code, part, sums as other_part, source, year, stated_vnd as said, added_vnd as other, locator, sums as other_locator
    from budget_gap
    union all by name
    select 'budget_tables' as check_name, a.document, a.unit_code, a.part, b.part as other_part, a.source, a.year, a.amount_vnd as said, b.amount_vnd as other, a.locator,
        b.locator as other_locator
    from known_budget as a
    join known_budget as b
        on b.document = a.document and b.sums = a.sums and b.table_name <> a.table_name and b.source = a.source
        and b.year is not distinct from a.year and b.line > a.line
    where a.amount_vnd <> b.amount_vnd
),
lost as (
    select document, list, count(*) as lost from current_task where damaged and name is null group by all
),
parted as (
    select check_name, document, unit_code, part, other_part, source, min(locator) as locator, min(other_locator) as other_locator,
        arg_min({'said': said, 'other': other, 'year': year}, (year is not null, -abs(said - other), year)) as worst,
        string_agg(year::text, ', ' order by year) as years
    from clash
    group by check_name, document, unit_code, part, other_part, source
)
select p.check_name, case when l.lost > 0 and p.worst.said > p.worst.other then 'warning' else 'severe' end as severity, u.province_code, u.unit_id, null::varchar as indicator_id, null::varchar as level,
    p.worst.year::int as year, null::varchar as period,
    concat(p.part, case when p.source = 'tổng' or contains(lower(p.part), lower(p.source)) then '' else concat(' (', p.source, ')') end, coalesce('; lệch ở năm ' || p.years, '')) as subject,
    concat(said_number(p.worst.said / 1000000, 'triệu đồng'), ' triệu đồng', ' (năm ' || p.worst.year || ')') as said, p.document, p.locator,
    concat(case p.check_name when 'budget_sum' then 'cộng các dòng: ' end, said_number(p.worst.other / 1000000, 'triệu đồng'), ' triệu đồng', ' (' || l.lost || ' dòng bị mất ở trang quét)') as other,
    p.document as other_document, p.other_locator, (abs(p.worst.said - p.worst.other) / 1000000)::decimal(18, 4) as off, 'triệu đồng' as unit_of_measure
from parted as p
join unit as u on u.code = p.unit_code
left join lost as l on p.check_name = 'budget_sum' and l.document = p.document and l.list = p.other_part
qualify row_number() over (partition by p.check_name, p.document, p.part, p.other_part, p.source order by u.valid_from desc) = 1
