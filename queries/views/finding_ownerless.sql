-- Chỉ tiêu không nêu cơ quan chủ trì, theo từng nhóm.
--
-- One row a pillar and territory: main indicators with a target of which no document names an agency.
--
-- internal: one kind of what finding gathers
-- from: current_figure, indicator_catalogue
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
-- example: current_figure(has_target=true) indicator_catalogue(indicator_id=X, pillar_name=Hạ tầng) => subject=Hạ tầng: 1 chỉ tiêu
-- example: current_figure(has_target=true) indicator_catalogue(indicator_id=X, pillar_name=Hạ tầng, owner=Sở Y) => no row

create view finding_ownerless as
select 'ownerless' as check_name, 'note' as severity, f.province_code, f.unit_id, null::varchar as indicator_id, null::varchar as level, null::int as year,
    null::varchar as period, concat(i.pillar_name, ': ', count(distinct f.indicator_id), ' chỉ tiêu') as subject, 'có mục tiêu' as said, null::varchar as document,
    null::varchar as locator, 'không văn bản nào nêu cơ quan chủ trì' as other, null::varchar as other_document, null::varchar as other_locator,
    null::decimal(18, 4) as off, null::varchar as unit_of_measure
from current_figure as f
join indicator_catalogue as i on i.indicator_id = f.indicator_id
where f.has_target and i.owner is null and i.rank = 'headline'
group by f.province_code, f.unit_id, i.pillar_name, i.pillar_order
