-- Hôm nay ở Việt Nam: ngày mà mọi trạng thái được xét.
--
-- A connection may set the variable ``today_in_vietnam``; tests do, through ``queries.clock.on_day``.
-- column: day | date | today in Viet Nam, in whatever zone the machine is

create or replace macro today_in_vietnam() as
    coalesce(cast(getvariable('today_in_vietnam') as date), cast(timezone('Asia/Ho_Chi_Minh', now()) as date))
