-- Một con số như người Việt viết: 1.410.498; 69,3%.
--
-- For the sentences of rules that name a number or words, whichever the store has.
-- column: said | text | dots between thousands, a decimal comma, '%' behind a share; null = no number

create or replace macro said_number(value, unit_of_measure) as
    replace(format('{:,}', trunc(value)::bigint), ',', '.')
    || case when value <> trunc(value) then ',' || rtrim(split_part(value::decimal(18, 4)::varchar, '.', 2), '0') else '' end
    || case when unit_of_measure = '%' then '%' else '' end
