-- Loại kỳ: cả năm 'N', quý 'Q', tháng 'T', tính từ đầu năm '0T'.
--
-- Only periods of one kind are set beside one another: a month is not the first seven months.
-- column: kind | text | letter of the kind, of months counted from January 0T

create or replace macro kind_of_period(period) as
    case when period like '%T' then '0T' else left(period, 1) end
