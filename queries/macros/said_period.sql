-- Một kỳ như người Việt viết giữa câu: năm 2022; quý I năm 2022; tháng 8 năm 2022; 6 tháng đầu năm 2022.
--
-- For the sentences of findings, whose readers know no Q1.
-- column: said | text | the period with its year, small letters first

create or replace macro said_period(period, year) as
    case
        when period like 'Q%' then concat('quý ', ['I', 'II', 'III', 'IV'][right(period, 1)::int], ' năm ', year)
        when period like 'T%' then concat('tháng ', substr(period, 2), ' năm ', year)
        when period like '%T' then concat(rtrim(period, 'T'), ' tháng đầu năm ', year)
        else concat('năm ', year)
    end
