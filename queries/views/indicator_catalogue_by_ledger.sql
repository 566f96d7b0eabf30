-- Danh mục chỉ tiêu hiện hành, kèm tên nhóm và tên đã bỏ dấu để tìm.
--
-- internal: defines the derived table indicator_catalogue
-- from: indicator, live_upload, pillar_list
-- column: indicator_id    | text | catalogue id
-- column: name            | text | full name
-- column: short_name      | text | for chart labels
-- column: pillar          | text | code of the pillar
-- column: pillar_name     | text | as on the screen
-- column: pillar_order    | int  | order of the plans' headings
-- column: unit_of_measure | text | '%', 'người' ...
-- column: direction       | text | 'higher', 'lower', 'none'
-- column: kind            | text | 'ratio', 'count', 'rate', 'money', 'rank', 'milestone'
-- column: numerator       | text | null = not named
-- column: denominator     | text | null = not named
-- column: levels          | text | joined by '/'
-- column: definition      | text | what counts and what does not
-- column: owner           | text | null = no document names one
-- column: review_date     | date | next look at the definition
-- column: predecessor     | text | null = none
-- column: rank            | text | 'headline', 'supporting', 'context'
-- column: aliases         | text | null = none
-- column: note            | text | null = nothing to say
-- column: accumulation    | text | 'at_date', 'cumulative' (within the year) or 'within_period'; null = not known
-- column: reporting_period | text | how often it is due: T, Q, 6T, N; null = not scheduled
-- column: reporting_delay_months | int | months after the period's end until it is due; null = not scheduled
-- column: search_key      | text | id, name, aliases and pillar, lower case, without diacritics
-- unique: indicator_id

create view indicator_catalogue_by_ledger as
select
    i.indicator_id, i.name, i.short_name, i.pillar, p.name as pillar_name, p.sort_order as pillar_order,
    i.unit_of_measure, i.direction, i.kind, i.numerator, i.denominator, i.levels, i.definition, i.owner,
    i.review_date, i.predecessor, i.rank, i.aliases, i.note,
    i.accumulation, i.reporting_period, i.reporting_delay_months,
    strip_accents(replace(lower(nfc_normalize(concat_ws(' ', i.indicator_id, i.name, i.short_name, i.aliases, p.name))), 'đ', 'd')) as search_key
from indicator as i
join live_upload as u using (upload_id)
join pillar_list as p using (pillar)
qualify row_number() over (partition by i.indicator_id order by i.upload_id desc) = 1
