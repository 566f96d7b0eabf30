-- Dấu của mục tiêu không khớp với các cột số của nó.
--
-- Only the full form has these columns: the short one reads operator and ends from the wording.
--
-- stage: before
-- only:  explicit_targets
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | text | the operator

select row_number, case when op is null then 'chi_tieu_tu' else 'dau' end as header, coalesce(op, 'trống') as found
from sheet
where explicit_target and has_target and not withdrawn and not coalesce(case
        when op in ('>=', '>', '=') then low is not null and high is null
        when op in ('<=', '<') then low is null and high is not null
        when op = 'range' then low is not null and high is not null
        else op is null and low is null and high is null
    end, false)
order by row_number
