-- Các bộ điểm đang áp dụng: mỗi dòng của một bộ, tối đa bao nhiêu điểm, chấm theo cách nào.
--
-- internal: defines the derived table index_weight
-- from: live_upload, weight
-- column: index_id       | text    | short name of the set
-- column: index_name     | text    | name of the set
-- column: scale          | int     | 100 or 1000
-- column: level          | text    | 'province', 'district' or 'commune'
-- column: valid_from     | date    | first period that it is about ends on this day or later
-- column: valid_to       | date    | last period that it is about ends before this day; null = still in force
-- column: line           | int     | number of the row in its set
-- column: part           | text    | heading that the row belongs to
-- column: indicator_id   | text    | catalogue id; null = the catalogue has none
-- column: points         | decimal | most points of the row
-- column: form           | text    | 'share' or 'steps'
-- column: full_at        | decimal | share: result with which all points are given; null = 100
-- column: steps          | text    | steps: 'result:points' joined by '/'; null = not by steps
-- column: not_applicable | text    | kinds or codes of units that the row is not for, joined by '/'; null = for all
-- column: document       | text    | document that says so
-- column: locator        | text    | place in it
-- column: note           | text    | what has to be said with every figure of the set; null = nothing
-- unique: index_id, level, valid_from, line

create view index_weight_by_ledger as
select w.index_id, w.index_name, w.scale, w.level, w.valid_from, w.valid_to, w.line, w.part, w.indicator_id, w.points, w.form, w.full_at,
    w.steps, w.not_applicable, w.document, w.locator, w.note
from weight as w join live_upload as u using (upload_id)
qualify row_number() over (partition by w.index_id, w.level, w.valid_from, w.line order by w.upload_id desc) = 1
