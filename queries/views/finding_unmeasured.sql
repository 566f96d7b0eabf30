-- Mục tiêu đã hết hạn mà chưa từng được đo, theo từng nhóm.
--
-- One row a pillar and territory: main indicators and levels whose targets are over and of which no document ever states a result of any kind.
--
-- internal: one kind of what finding gathers
-- from: current_claim, indicator_catalogue
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
-- example: current_claim(kind=target, inherited=false, year=2022) indicator_catalogue(indicator_id=X, pillar_name=Hạ tầng số) => subject=Hạ tầng số: 1 mục tiêu
-- example: current_claim(kind=target, inherited=false, year=2022) current_claim(kind=result, inherited=false, year=2021) indicator_catalogue(indicator_id=X, pillar_name=Hạ tầng số) => no row
-- example: current_claim(kind=target, inherited=false, year=2999) indicator_catalogue(indicator_id=X, pillar_name=Hạ tầng số) => no row

create view finding_unmeasured as
with asked as (
    select c.province_code, c.unit_id, c.indicator_id, c.level, i.pillar_name
    from current_claim as c
    join indicator_catalogue as i on i.indicator_id = c.indicator_id and i.rank = 'headline'
    where not c.inherited
    group by all
    having bool_or(c.kind = 'target' and make_date(c.year::int, 12, 31) < today_in_vietnam()) and not bool_or(c.kind = 'result')
)
select 'unmeasured' as check_name, 'note' as severity, province_code, unit_id, null::varchar as indicator_id, null::varchar as level, null::int as year,
    null::varchar as period, concat(pillar_name, ': ', count(*), ' mục tiêu') as subject, 'đã hết hạn' as said, null::varchar as document, null::varchar as locator,
    'chưa văn bản nào nêu kết quả' as other, null::varchar as other_document, null::varchar as other_locator, null::decimal(18, 4) as off, null::varchar as unit_of_measure
from asked
group by province_code, unit_id, pillar_name
