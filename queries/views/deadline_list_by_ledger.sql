-- Các hạn báo cáo đang áp dụng: mỗi bộ hạn và loại kỳ một dòng.
--
-- internal: defines the derived table deadline_list
-- from: deadline, live_upload
-- column: deadline_set     | text | what the deadlines are called
-- column: reporting_period | text | T, Q, 6T, N
-- column: months_after     | int  | months from the last month of the period to that of the deadline; 0 = the same, -1 = the one before
-- column: day              | int  | last day in time; null = the last one of the month
-- column: province_code    | text | province whose units it binds; null = every province's own report to the government
-- column: valid_from       | date | first period that it is about ends on this day or later
-- column: valid_to         | date | last period that it is about ends before this day; null = still in force
-- column: document         | text | document that says so
-- column: locator          | text | place in it
-- unique: deadline_set, reporting_period

create view deadline_list_by_ledger as
select d.deadline_set, d.reporting_period,
    d.month - case d.reporting_period when 'T' then 1 when 'Q' then 3 when '6T' then 6 else 12 end as months_after,
    d.day, d.province_code, d.valid_from, d.valid_to, d.document, d.locator
from deadline as d join live_upload as u using (upload_id)
qualify row_number() over (partition by d.deadline_set, d.reporting_period order by d.upload_id desc) = 1
