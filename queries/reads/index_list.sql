-- Những bộ chỉ số mà các đơn vị của một tỉnh được chấm, theo cấp và kỳ: bao nhiêu đơn vị tính được điểm.
--
-- param:  province_code | text | province
-- column: index_id      | text   | short name of the set
-- column: index_name    | text   | name of the set
-- column: level         | text   | 'province', 'district' or 'commune'
-- column: year          | int    | calendar year
-- column: period        | text   | N, 2T..11T, Q1..Q4, T1..T12
-- column: valid_from    | date   | names the version of the set
-- column: scale         | int    | 100 or 1000
-- column: units         | bigint | units of the level
-- column: scored        | bigint | of these, how many have a number
-- column: document      | text   | document of the set
-- column: locator       | text   | place in it
-- column: note          | text   | what has to be said with every figure of the set; null = nothing
-- unique: index_id, level, year, period

select s.index_id, any_value(w.index_name) as index_name, s.level, s.year::int as year, s.period, s.valid_from, any_value(s.scale) as scale,
    count(*) as units, count(s.score) as scored, any_value(w.document) as document, any_value(w.locator) as locator, any_value(w.note) as note
from index_score as s
join (
    select * from index_weight qualify row_number() over (partition by index_id, level, valid_from order by line) = 1
) as w on w.index_id = s.index_id and w.level = s.level and w.valid_from = s.valid_from
where s.province_code = $province_code
group by s.index_id, s.level, s.year, s.period, s.valid_from
order by s.index_id, list_position(['commune', 'district', 'province'], s.level), s.year desc, s.period = 'N' desc, s.period desc, s.valid_from desc
