-- Dẫn xuất lại các lần nêu của phần kho đang được xét, xếp lại theo địa bàn và thời gian.
--
-- writes: current_claim

insert into current_claim by name
select * from derived_claim
order by province_code, year, period, indicator_id, unit_id, level
