-- Bảng dẫn xuất giữ sẵn: các bộ điểm đang áp dụng: mỗi dòng của một bộ, tối đa bao nhiêu điểm, chấm theo cách nào.
--
-- The view index_weight_by_ledger, kept ready: nearly every question reads it, and planning that view is what takes the time (sets of points, see the table weight).
-- Renewed whole in the transaction that changes what it is made of; a check proves that it equals its view. Holds nothing of its own.
--
-- column: index_id       | text    | - | short name of the set
-- column: index_name     | text    | - | name of the set
-- column: scale          | int     | - | 100 or 1000
-- column: level          | text    | - | 'province', 'district' or 'commune'
-- column: valid_from     | date    | - | first period that it is about ends on this day or later
-- column: valid_to       | date    | - | last period that it is about ends before this day; null = still in force
-- column: line           | int     | - | number of the row in its set
-- column: part           | text    | - | heading that the row belongs to
-- column: indicator_id   | text    | - | catalogue id; null = the catalogue has none
-- column: points         | decimal | - | most points of the row
-- column: form           | text    | - | 'share' or 'steps'
-- column: full_at        | decimal | - | share: result with which all points are given; null = 100
-- column: steps          | text    | - | steps: 'result:points' joined by '/'; null = not by steps
-- column: not_applicable | text    | - | kinds or codes of units that the row is not for, joined by '/'; null = for all
-- column: document       | text    | - | document that says so
-- column: locator        | text    | - | place in it
-- column: note           | text    | - | what has to be said with every figure of the set; null = nothing
-- derived: index_weight_by_ledger
-- key: index_id, level, valid_from, line

create table index_weight (
    index_id varchar not null,
    index_name varchar,
    scale integer,
    level varchar not null,
    valid_from date not null,
    valid_to date,
    line integer not null,
    part varchar,
    indicator_id varchar,
    points decimal(18,4),
    form varchar,
    full_at decimal(18,4),
    steps varchar,
    not_applicable varchar,
    document varchar,
    locator varchar,
    note varchar
)
