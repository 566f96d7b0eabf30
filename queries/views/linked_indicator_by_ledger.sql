-- Hai chỉ tiêu mà danh mục nối lại: nối tiếp nhau, hoặc ghi chú nói vì sao để riêng.
--
-- The relation is 'predecessor' (other_id came before), 'successor' (it came after), 'noted' (a note names the other in quotation marks).
-- The two are never one series: a chart draws the other's figures apart.
--
-- from: indicator_catalogue
-- internal: defines the derived table linked_indicator
-- column: indicator_id | text | one of them
-- column: other_id     | text | the other one
-- column: relation     | text | 'predecessor', 'successor', 'noted'
-- column: nearness     | int  | 1 predecessor, 2 successor, 3 named in this one's note, 4 named in the other's
-- unique: indicator_id, other_id
-- example: indicator_catalogue(indicator_id=X, name=Hồ sơ điện tử, predecessor=Y) indicator_catalogue(indicator_id=Y, name=Hồ sơ mạng) => indicator_id=X, other_id=Y, relation=predecessor, nearness=1
-- example: indicator_catalogue(indicator_id=X, name=Hồ sơ điện tử, note=Khác “Hồ sơ mạng”.) indicator_catalogue(indicator_id=Y, name=Hồ sơ mạng) => indicator_id=X, other_id=Y, relation=noted, nearness=3
-- example: indicator_catalogue(indicator_id=X, name=Hồ sơ điện tử) indicator_catalogue(indicator_id=Y, name=Hồ sơ mạng) => no row

create view linked_indicator_by_ledger as
with named as (
    select x.indicator_id as naming, y.indicator_id as named
    from indicator_catalogue as x join indicator_catalogue as y
        on x.indicator_id <> y.indicator_id and contains(x.note, '“' || y.name || '”')
),
linked as (
    select indicator_id, predecessor as other_id, 'predecessor' as relation, 1 as nearness
    from indicator_catalogue
    where predecessor is not null
    union all
    select predecessor, indicator_id, 'successor', 2 from indicator_catalogue where predecessor is not null
    union all
    select naming, named, 'noted', 3 from named
    union all
    select named, naming, 'noted', 4 from named
)
select indicator_id, other_id, relation, nearness
from linked
qualify row_number() over (partition by indicator_id, other_id order by nearness) = 1
