-- Chỉ tiêu quá hạn rà soát định nghĩa, theo từng nhóm.
--
-- One row a pillar and territory: main indicators with a target whose day of review is over.
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
-- example: current_figure(has_target=true) indicator_catalogue(indicator_id=X, pillar_name=Hạ tầng, review_date=2020-01-01) => subject=Hạ tầng: 1 chỉ tiêu
-- example: current_figure(has_target=true) indicator_catalogue(indicator_id=X, pillar_name=Hạ tầng, review_date=2999-01-01) => no row

create view finding_unreviewed as
select 'unreviewed' as check_name, 'note' as severity, f.province_code, f.unit_id, null::varchar as indicator_id, null::varchar as level, null::int as year,
    null::varchar as period, concat(i.pillar_name, ': ', count(distinct f.indicator_id), ' chỉ tiêu') as subject,
    concat('hạn rà soát ', strftime(min(i.review_date), '%d/%m/%Y')) as said, null::varchar as document, null::varchar as locator,
    'chưa rà soát lại định nghĩa' as other, null::varchar as other_document, null::varchar as other_locator, null::decimal(18, 4) as off, null::varchar as unit_of_measure
from current_figure as f
join indicator_catalogue as i on i.indicator_id = f.indicator_id
where f.has_target and i.rank = 'headline' and i.review_date < today_in_vietnam()
group by f.province_code, f.unit_id, i.pillar_name
