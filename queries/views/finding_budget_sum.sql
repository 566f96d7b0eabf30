-- Tổng kinh phí không khớp: dòng tổng khác tổng cộng lại từ các dòng.
--
-- One row a stated total and source; the years that are off are named. Both figures stand; nothing is repaired.
--
-- internal: one kind of what finding gathers
-- from: budget_gap, unit
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
-- example: budget_gap(part=Phụ lục, source=tổng, stated_vnd=95200000000, added_vnd=74200000000, excess_vnd=21000000000, line=1, unit_code=42, year=null) unit(unit_id=42) => said=95.200 triệu đồng, other=cộng các dòng: 74.200 triệu đồng, off=21000

create view finding_budget_sum as
with parted as (
    select document, unit_code, part, source, sums, min(locator) as locator,
        arg_min({'stated': stated_vnd, 'added': added_vnd, 'excess': excess_vnd, 'year': year}, (year is not null, -abs(excess_vnd), year)) as worst,
        string_agg(year::text, ', ' order by year) as years
    from budget_gap
    group by document, unit_code, part, source, sums
)
select 'budget_sum' as check_name, 'severe' as severity, u.province_code, u.unit_id, null::varchar as indicator_id, null::varchar as level,
    g.worst.year::int as year, null::varchar as period,
    concat(g.part, case when g.source = 'tổng' or contains(lower(g.part), lower(g.source)) then '' else concat(' (', g.source, ')') end, coalesce('; lệch ở năm ' || g.years, '')) as subject,
    concat(said_number(g.worst.stated / 1000000, 'triệu đồng'), ' triệu đồng', ' (năm ' || g.worst.year || ')') as said, g.document, g.locator,
    concat('cộng các dòng: ', said_number(g.worst.added / 1000000, 'triệu đồng'), ' triệu đồng') as other, g.document as other_document, g.sums as other_locator,
    (abs(g.worst.excess) / 1000000)::decimal(18, 4) as off, 'triệu đồng' as unit_of_measure
from parted as g
join unit as u on u.code = g.unit_code
qualify row_number() over (partition by g.document, g.part, g.source order by u.valid_from desc) = 1
