-- Bảng dẫn xuất giữ sẵn: danh mục chỉ tiêu hiện hành, kèm tên nhóm và tên đã bỏ dấu để tìm.
--
-- The view indicator_catalogue_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (everything that names an indicator reads it here).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: indicator_id    | text | - | catalogue id
-- column: name            | text | - | full name
-- column: short_name      | text | - | for chart labels
-- column: pillar          | text | - | code of the pillar
-- column: pillar_name     | text | - | as on the screen
-- column: pillar_order    | int  | - | order of the plans' headings
-- column: unit_of_measure | text | - | '%', 'người' ...
-- column: direction       | text | - | 'higher', 'lower', 'none'
-- column: kind            | text | - | 'ratio', 'count', 'rate', 'money', 'rank', 'milestone'
-- column: numerator       | text | - | null = not named
-- column: denominator     | text | - | null = not named
-- column: levels          | text | - | joined by '/'
-- column: definition      | text | - | what counts and what does not
-- column: owner           | text | - | null = no document names one
-- column: review_date     | date | - | next look at the definition
-- column: predecessor     | text | - | null = none
-- column: rank            | text | - | 'headline', 'supporting', 'context'
-- column: aliases         | text | - | null = none
-- column: note            | text | - | null = nothing to say
-- column: accumulation    | text | - | 'at_date', 'cumulative' (within the year) or 'within_period'; null = not known
-- column: reporting_period | text | - | how often it is due: T, Q, 6T, N; null = not scheduled
-- column: reporting_delay_months | int | - | months after the period's end until it is due; null = not scheduled
-- column: search_key      | text | - | id, name, aliases and pillar, lower case, without diacritics
-- derived: indicator_catalogue_by_ledger
-- key: indicator_id

create table indicator_catalogue (
    indicator_id varchar not null,
    name varchar,
    short_name varchar,
    pillar varchar,
    pillar_name varchar,
    pillar_order smallint,
    unit_of_measure varchar,
    direction varchar,
    kind varchar,
    numerator varchar,
    denominator varchar,
    levels varchar,
    definition varchar,
    owner varchar,
    review_date date,
    predecessor varchar,
    rank varchar,
    aliases varchar,
    note varchar,
    accumulation varchar,
    reporting_period varchar,
    reporting_delay_months integer,
    search_key varchar
)
