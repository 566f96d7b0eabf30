-- Tháng cuối của một kỳ: cả năm 12, quý II 6, 9 tháng 9.
--
-- For putting the periods of one year in order where no day of theirs stands beside them.
-- column: month | int | 1 to 12

create or replace macro last_month(period) as
    case
        when period = 'N' then 12
        when period like 'Q%' then 3 * right(period, 1)::int
        else replace(period, 'T', '')::int
    end
