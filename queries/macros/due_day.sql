-- Ngày cuối còn đúng hạn: ngày đã định của tháng cuối kỳ, hay của một tháng trước hoặc sau đó.
--
-- A day that the month does not have is its last one.
-- column: due_on | date | last day on which a report about the period that ends on period_end is in time

create or replace macro due_day(period_end, months_after, day) as
    least(
        cast(date_trunc('month', period_end + to_months(months_after)) as date) + (coalesce(day, 31) - 1),
        last_day(cast(date_trunc('month', period_end) + to_months(months_after) as date))
    )
