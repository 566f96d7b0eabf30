-- Có huyện, xã nào nêu số trong một khoảng năm, của tỉnh hay của nơi nay thuộc tỉnh, để có trung vị hay không.
--
-- column: some | boolean | at least one

select count(*) > 0 as some
from spread_figure
where level in ('district', 'commune') and actual is not null and basis <> 'stated'
