-- Hạn báo cáo của từng chỉ tiêu theo đơn vị và cấp: kỳ gần nhất đã có, kỳ tiếp theo, hạn, còn bao nhiêu ngày.
--
-- from: figure_due
-- published
-- column: indicator_id  | text   | catalogue id
-- column: unit_id       | text   | unit as it was in the period
-- column: level         | text   | 'province', 'district', 'commune' or 'all'
-- column: last_period   | text   | period and year of the newest result: 'Q1/2024', 'N/2022'; null = never reported
-- column: last_as_of    | date   | day that this result states; null = it states none
-- column: next_period   | text   | 'Q2/2024', 'T12/2024', '6T/2024', 'N/2024'; null = not scheduled
-- column: due_on        | date   | last day on which it is in time; null = not scheduled
-- column: days_left     | int    | days from today (in Viet Nam) to due_on, negative once it is past; null = not scheduled
-- column: state         | text   | 'due' (in time), 'overdue', 'never_reported' (no result at all), 'not_scheduled'
-- unique: indicator_id, unit_id, level

create view indicator_due as
select indicator_id, unit_id, level, last_period, last_as_of, next_period, due_on, days_left, state
from figure_due
