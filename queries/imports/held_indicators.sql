-- Danh mục chỉ tiêu, giữ sẵn một lần cho mọi quy tắc xét một tệp.
--
-- Stands in for the view of that name until the cursor is closed: some seventy statements read it, and planning them is what takes the time.
--
-- makes: indicator_catalogue
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

create or replace temp table indicator_catalogue as
select indicator_id, name, short_name, pillar, pillar_name, pillar_order, unit_of_measure, direction, kind, numerator,
    denominator, levels, definition, owner, review_date, predecessor, rank, aliases, note, accumulation, reporting_period,
    reporting_delay_months, search_key
from main.indicator_catalogue
