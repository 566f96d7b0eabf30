-- Hai chỉ tiêu gần giống tên nhưng danh mục để riêng, hoặc danh mục chưa nói gì về chúng.
--
-- noted = the catalogue's note of one names the other in quotation marks: it says why they are kept apart.
-- alike = words that both names have as a share of the words of both, without marks and without words that most names have;
--         pairs that nobody noted are here from 0.4 on. Each pair stands here twice, once in each direction.
--
-- from: indicator_catalogue
-- internal: defines the derived table near_indicator
-- column: indicator_id | text    | one of them
-- column: other_id     | text    | the other one
-- column: noted        | boolean | the catalogue says why they are kept apart
-- column: alike        | double  | 0 to 1
-- column: may_be_one   | boolean | the note of one says “Có thể cùng là” of the other: their figures are compared
-- unique: indicator_id, other_id
-- example: indicator_catalogue(indicator_id=X, name=Hồ sơ điện tử) indicator_catalogue(indicator_id=Y, name=Điện thoại, note=Khác “Hồ sơ điện tử”.) => indicator_id=X, other_id=Y, noted=true
-- example: indicator_catalogue(indicator_id=X, name=Hồ sơ điện tử) indicator_catalogue(indicator_id=Y, name=Tỷ lệ hồ sơ điện tử) => noted=false, alike=1
-- example: indicator_catalogue(indicator_id=X, name=Hồ sơ điện tử) indicator_catalogue(indicator_id=Y, name=Mạng cáp quang) => no row
-- example: indicator_catalogue(indicator_id=X, name=Hồ sơ điện tử, rank=context) indicator_catalogue(indicator_id=Y, name=Hồ sơ điện tử) => no row
-- example: indicator_catalogue(indicator_id=X, name=Hồ sơ điện tử) indicator_catalogue(indicator_id=Y, name=Điện thoại, note=Có thể cùng là “Hồ sơ điện tử”.) => indicator_id=X, other_id=Y, noted=true, may_be_one=true
-- example: indicator_catalogue(indicator_id=X, name=Hồ sơ điện tử) indicator_catalogue(indicator_id=Y, name=Điện thoại, note=Khác “Hồ sơ điện tử”.) => noted=true, may_be_one=false

create view near_indicator_by_ledger as
with worded as (
    select indicator_id, name, coalesce(note, '') as note,
        list_distinct(list_filter(
            string_split_regex(strip_accents(replace(lower(nfc_normalize(name)), 'đ', 'd')), '[^a-z0-9%]+'),
            lambda word: word not in ('', 'ty', 'le', 'so', 'cac', 'cua', 'duoc', 'va', 'co', 'tren', 'trong', 'cho', 'voi')
        )) as words
    from indicator_catalogue
    where rank = 'headline'
),
paired as (
    select x.indicator_id, y.indicator_id as other_id,
        contains(x.note, '“' || y.name || '”') or contains(y.note, '“' || x.name || '”') as noted,
        contains(x.note, 'Có thể cùng là “' || y.name || '”') or contains(y.note, 'Có thể cùng là “' || x.name || '”') as may_be_one,
        len(list_intersect(x.words, y.words)) / len(list_distinct(list_concat(x.words, y.words))) as alike
    from worded as x join worded as y on x.indicator_id <> y.indicator_id
)
select indicator_id, other_id, noted, alike, may_be_one from paired where noted or alike >= 0.4
