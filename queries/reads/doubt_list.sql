-- Những lần báo số sai về số liệu của một tỉnh và các đơn vị trong tỉnh, chưa trả lời đứng trước.
--
-- param:  province_code | text | the province
-- column: doubt_id      | bigint    | our own number of it
-- column: asked_at      | timestamp | UTC
-- column: asked_by      | text      | account; empty = a visitor
-- column: unit_id       | text      | whose figure
-- column: indicator_id  | text      | catalogue id
-- column: unit_code     | text      | code of the unit
-- column: unit_name     | text      | with prefix
-- column: short_name    | text      | of the indicator
-- column: level         | text      | whose figure
-- column: year          | int       | calendar year
-- column: period        | text      | its period
-- column: kind          | text      | 'target' or 'result'
-- column: shown         | text      | the figure as the screen showed it then
-- column: trouble       | text      | 'number', 'unit', 'old' or 'other'
-- column: text          | text      | in the words of who asked
-- column: verdict       | text      | 'stands', 'corrected', 'passed_on'; null = nobody has answered
-- column: answer        | text      | the sentence; null = nobody has answered
-- column: answered_by   | text      | account; null = nobody has answered
-- column: answered_at   | timestamp | UTC; null = nobody has answered
-- unique: doubt_id

select d.doubt_id, d.asked_at, d.asked_by, d.unit_id, d.indicator_id, string_split(d.unit_id, '-')[1] as unit_code, u.name as unit_name, i.short_name,
    d.level, d.year, d.period, d.kind, d.shown, d.trouble, d.text, d.verdict, d.answer, d.answered_by, d.answered_at
from doubt_state as d
join unit as u on u.unit_id = d.unit_id
join indicator_catalogue as i on i.indicator_id = d.indicator_id
where d.province_code = $province_code
order by d.verdict is not null, d.doubt_id desc
