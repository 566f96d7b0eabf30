-- Dẫn xuất lại các lần nêu của phần kho đang được xét, theo thứ tự của sổ cái.
--
-- For a part of which one upload brought nearly all: an upload's rows stand in the ledgers by province, year, period, indicator and unit,
-- and sorting them once more would take half as long again as writing them.
--
-- writes: current_claim

insert into current_claim by name
select * from derived_claim
